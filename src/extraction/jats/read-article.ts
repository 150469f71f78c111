import type { Citation, DraftBlock, DraftDocument } from '../../contracts/document/index.ts';
import { articleIds, articleLicence, childElements, type XmlElement } from '../../xml/index.ts';
import { blockWriters } from './blocks/index.ts';
import { indexFigures, type PictureOf } from './index-figures.ts';
import { plainOf } from './inline.ts';
import { languageOf } from './language.ts';
import { titleNodes, top, writeFront } from './write-front.ts';
import { createWriter, type Writer } from './writer.ts';

/** Raised when the same article would give another document. */
export const jatsReaderVersion = '3';

/** One article, or a part of one that stands for itself, as a document. */
export function readArticle(
  article: XmlElement,
  source: DraftDocument['source'],
  pictureOf: PictureOf | undefined,
): DraftDocument {
  const places = childElements(article, 'front', 'front-stub', 'body', 'back', ...floating);
  const index = indexFigures(places, pictureOf);
  const title = plainOf(titleNodes(article));
  const language = languageOf(article, title);
  const writer = createWriter(index, blockWriters, language ?? 'en');

  writeFront(article, writer, language);
  for (const part of childElements(article, 'body', 'back')) writer.write(part.children, top);
  const floats = childElements(article, ...floating).flatMap(group => writeFloats(group, writer));
  const blocks = placeFloats(writer.blocks, [...floats, ...writeForgotten(writer, floats)], writer);

  return {
    schema: 'spinemed-document-1',
    source,
    software: { 'spinemed-jats': jatsReaderVersion },
    title: title || null,
    language,
    licence: articleLicence(article),
    identifiers: articleIds(article),
    pages: null,
    blocks,
    figures: index.figures,
    citations: citationsAmong(blocks, writer),
    rejects: [...index.rejects, ...writer.rejects],
    counts: { pagesIn: 0, pagesOut: 0, pagesRejected: 0 },
  };
}

const floating = ['floats-group', 'floats-wrap'];

/** Each float by itself, taken out of the flow again. */
function writeFloats(group: XmlElement, writer: Writer): DraftBlock[][] {
  return group.children.flatMap(child => {
    const from = writer.blocks.length;
    writer.write([child], top);
    const own = writer.blocks.splice(from);
    return own.length > 0 ? [own] : [];
  });
}

/** Figures that stand where no block can, in the middle of a bold word: they float, too. */
function writeForgotten(writer: Writer, floats: readonly DraftBlock[][]): DraftBlock[][] {
  const written = new Set(
    [...writer.blocks, ...floats.flat()].flatMap(({ figure }) => figure ?? []),
  );
  return [...writer.index.of].flatMap(([element, figures]) => {
    if (figures.some(({ id }) => written.has(id))) return [];
    const from = writer.blocks.length;
    writer.write([element], top);
    return [writer.blocks.splice(from)];
  });
}

/** A float goes after the first block that cites it and the figures that stand there already, so
 *  that picture and text are neighbours; one that nobody cites stands at the end. */
function placeFloats(
  blocks: readonly DraftBlock[],
  floats: readonly DraftBlock[][],
  { citations }: Writer,
): DraftBlock[] {
  const floated = new Set(floats.flat());
  const citedBy = new Map<string, DraftBlock>();
  for (const { figures, block } of citations)
    for (const figure of floated.has(block) ? [] : figures)
      if (!citedBy.has(figure)) citedBy.set(figure, block);

  const waiting = new Map<DraftBlock, DraftBlock[]>();
  const uncited: DraftBlock[] = [];
  for (const float of floats) {
    const figures = float.flatMap(({ figure }) => figure ?? []);
    const place = figures.map(figure => citedBy.get(figure)).find(Boolean);
    const held = place && waiting.get(place);
    if (held) held.push(...float);
    else if (place) waiting.set(place, [...float]);
    else uncited.push(...float);
  }

  const placed: DraftBlock[] = [];
  const due: DraftBlock[] = [];
  for (const block of blocks) {
    if (!['figure', 'caption', 'list-item'].includes(block.type)) placed.push(...due.splice(0));
    placed.push(block);
    due.push(...(waiting.get(block) ?? []));
  }
  return [...placed, ...due, ...uncited];
}

function citationsAmong(blocks: readonly DraftBlock[], { citations }: Writer): Citation[] {
  const numbers = new Map(blocks.map((block, at) => [block, at]));
  return citations
    .flatMap(({ figures, evidence, block }) => {
      const at = numbers.get(block);
      return at === undefined ? [] : [{ figures, evidence, block: at }];
    })
    .sort((a, b) => a.block - b.block);
}
