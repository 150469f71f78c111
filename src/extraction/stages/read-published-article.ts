import { z } from 'zod';
import {
  documentRejectReasons,
  documentSchema,
  renderDocument,
} from '../../contracts/document/index.ts';
import { article, documentText } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { defineStage, made, type Outcome, reject } from '../../store/index.ts';
import { type JatsPart, readJats } from '../jats/index.ts';
import { absentPictures } from './absent-pictures.ts';

/** A published article, and what stands for itself beside it, as documents. */
export const readPublishedArticle = defineStage({
  name: 'read-published-article',
  version: 3,
  takes: article,
  makes: [documentText],
  settings: z.object({}),
  beforeGate: true,
  rejects: ['article-unreadable', ...documentRejectReasons],
  batch: 10,
  async each({ data }, { blobs }) {
    const origin = data.identifiers.pmcid ?? data.identifiers.doi ?? data.title;
    const hashOf = new Map(data.pictures.map(({ href, sha256 }) => [href, sha256]));
    const withheld = new Set(data.withheld);
    const pictureOf = (href: string) => {
      const sha256 = hashOf.get(href);
      if (!sha256) return withheld.has(href) ? 'withheld' : undefined;
      return { file: `figures/${sha256.slice(0, 16)}`, sha256 };
    };
    let parts: JatsPart[];
    try {
      parts = readJats(await blobs.get(data.xml.sha256), { file: origin, pictureOf });
    } catch (error) {
      if (!(error instanceof SpinemedError) || error.mender !== 'user') throw error;
      return reject('article-unreadable', { place: error.place ?? origin, code: error.code });
    }
    const outcomes: Outcome[] = [];
    for (const { document: draft } of parts) {
      const { markdown, document } = renderDocument(draft);
      const checked = documentSchema.parse(document);
      const text = await blobs.put(Buffer.from(markdown));
      const details = await blobs.put(Buffer.from(JSON.stringify(checked)));
      const pictures = checked.figures.flatMap(({ file, sha256 }) =>
        file && sha256 ? [{ src: file, sha256 }] : [],
      );
      const { title, language } = checked;
      const absent = absentPictures(checked.figures);
      outcomes.push(
        made(
          documentText,
          { origin, title, language, markdown: text, details, pictures, absent },
          { blobs: [text, details, ...new Set(pictures.map(({ sha256 }) => sha256))] },
        ),
        ...checked.rejects.map(({ reason, place }) =>
          reject(reason, { place: `${origin}${place ? `, ${place}` : ''}` }),
        ),
      );
    }
    return outcomes;
  },
});
