import { createHash } from 'node:crypto';
import type { DocumentReject, DraftDocument } from '../../contracts/document/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import {
  childElements,
  descendants,
  findArticles,
  parseXml,
  type XmlElement,
  type XmlLimits,
} from '../../xml/index.ts';
import type { PictureOf } from './index-figures.ts';
import { readArticle } from './read-article.ts';

/** An article, or a part that stands for itself: a translation, a comment, the authors' reply. */
export type JatsPart = {
  /** As the file says: `research-article`, `translation`, `reply` … */
  type: string;
  /** Of a part: which article of the file it belongs to, counted from 0; null of an article. */
  of: number | null;
  document: DraftDocument;
};

export type JatsOptions = {
  /** What the document calls its source. */
  file: string;
  /** Pictures at hand, by the href of a graphic. Without it none is looked for, and none missing. */
  pictureOf?: PictureOf | undefined;
  limits?: Partial<XmlLimits> | undefined;
};

const mostUnknownNames = 100;

/** Articles in JATS or in its forerunner NLM as documents. What is wrong with the file as a whole
 *  is thrown, with its line; what is wrong with a part of it stands in the document's rejects. */
export function readJats(xml: string | Uint8Array, options: JatsOptions): JatsPart[] {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  const { root, unknownNames } = readable(options.file, () => parseXml(xml, options.limits));
  const articles = findArticles(root);
  if (articles.length === 0) throw noArticle(options.file);
  const source: DraftDocument['source'] = {
    file: options.file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format: 'jats',
  };
  const parts = articles.flatMap((article, at) =>
    [article, ...partsOf(article)].map(element => ({
      type:
        element.attributes['article-type'] ?? element.attributes['response-type'] ?? element.name,
      of: element === article ? null : at,
      document: readArticle(element, source, options.pictureOf),
    })),
  );
  parts[0]!.document.rejects.push(
    ...unknownNames.slice(0, mostUnknownNames).map(
      (line): DocumentReject => ({
        page: null,
        place: `line ${line}`,
        reason: 'part-unreadable',
      }),
    ),
  );
  return parts;
}

function partsOf(article: XmlElement): XmlElement[] {
  return childElements(article, 'sub-article', 'response').flatMap(part => [
    part,
    ...[...descendants(part)].filter(({ name }) => name === 'sub-article' || name === 'response'),
  ]);
}

/** A place in a file, where the reader knows the line alone. */
function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SpinemedError)) throw error;
    const { code, mender, message, hint, place } = error;
    throw new SpinemedError({
      code,
      mender,
      message,
      hint,
      place: `${file}, ${place}`,
      cause: error,
    });
  }
}

function noArticle(file: string): SpinemedError {
  return new SpinemedError({
    code: 'jats-no-article',
    mender: 'user',
    message: 'there is no article in this XML',
    place: file,
    hint: 'Articles in JATS or NLM are read, alone or in the wrapping of an archive.',
  });
}
