import { z } from 'zod';

/** What a converter's own list says of a picture, by the path that the list gives it. */
export type SideCaption = { path: string; text: string };

const words = z.union([z.string().transform(text => [text]), z.array(z.string())]).catch([]);
const parts = ['image', 'img', 'chart', 'table'] as const;

const listSchema = z.array(
  z
    .looseObject({ img_path: z.string().min(1) })
    .transform(entry => ({
      path: entry.img_path,
      text: joined(
        ['caption', 'footnote'].flatMap(kind =>
          parts.flatMap(part => words.parse(entry[`${part}_${kind}`])),
        ),
      ),
    }))
    .nullable()
    .catch(null),
);

const references = z
  .array(z.looseObject({ $ref: z.string() }).transform(({ $ref }) => $ref))
  .catch([]);
const doclingSchema = z.looseObject({
  texts: z.array(z.looseObject({ text: z.string().catch('') })).catch([]),
  pictures: z
    .array(
      z.looseObject({
        image: z.looseObject({ uri: z.string() }).nullish().catch(null),
        captions: references,
        footnotes: references,
      }),
    )
    .catch([]),
});

/** The captions in MinerU's list or in Docling's document: both know which picture a caption belongs
 *  to, where their Markdown shows only what stands next to what. */
export function readSideCaptions(role: string, json: string): SideCaption[] {
  if (role !== 'content-list' && role !== 'docling') return [];
  try {
    const data: unknown = JSON.parse(json);
    const found = role === 'docling' ? ofDocling(data) : ofList(data);
    return found.filter(({ path, text }) => path !== '' && text !== '');
  } catch {
    // Collected as it is; without it the Markdown speaks for itself.
    return [];
  }
}

function ofList(data: unknown): SideCaption[] {
  return listSchema.parse(data).flatMap(entry => entry ?? []);
}

function ofDocling(data: unknown): SideCaption[] {
  const { texts, pictures } = doclingSchema.parse(data);
  const textAt = (reference: string) => {
    const number = /^#\/texts\/(\d+)$/.exec(reference)?.[1];
    return (number && texts[Number(number)]?.text) || '';
  };
  return pictures.map(({ image, captions, footnotes }) => ({
    path: image?.uri ?? '',
    text: joined([...captions, ...footnotes].map(textAt)),
  }));
}

function joined(texts: readonly string[]): string {
  return texts
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ');
}
