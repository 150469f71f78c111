import { z } from 'zod';
import { converterDocument, documentText } from '../../contracts/kinds/index.ts';
import { languageOfText } from '../../spine/index.ts';
import { type Blobs, defineStage, made } from '../../store/index.ts';
import { readSideCaptions } from '../side-captions/read-side-captions.ts';

/** What a converter wrote is a document already: its title and its language are read from it. */
export const readConverterDocument = defineStage({
  name: 'read-converter-document',
  version: 3,
  takes: converterDocument,
  makes: [documentText],
  settings: z.object({}),
  beforeGate: true,
  rejects: [],
  async each({ data }, { blobs }) {
    const text = (await blobs.get(data.markdown)).toString('utf8');
    const pictures = data.pictures.map(({ src, sha256 }) => ({ src, sha256 }));
    const captions = await captionsOf(data, blobs);
    const held = [...pictures, ...captions.map(({ file }) => ({ sha256: file }))];
    const title = /^#{1,2}[ \t]+(\S.*?)[ \t#]*$/m.exec(text)?.[1] ?? null;
    return made(
      documentText,
      {
        origin: data.path,
        title,
        language: languageOfText(text),
        markdown: data.markdown,
        details: null,
        pictures,
        absent: data.absent,
        captions,
      },
      { blobs: [...new Set([data.markdown, ...held.map(({ sha256 }) => sha256)])] },
    );
  },
});

/** By the names that the Markdown gives the pictures. */
async function captionsOf(
  { pictures, side }: z.output<typeof converterDocument.schema>,
  blobs: Blobs,
): Promise<Array<{ src: string; text: string; file: string }>> {
  const captions = [];
  for (const { role, sha256 } of side) {
    const said = new Map<string, string>();
    for (const { path, text } of readSideCaptions(role, (await blobs.get(sha256)).toString('utf8')))
      said.set(path, text);
    for (const { src, path } of pictures) {
      const text = said.get(src) ?? said.get(path ?? '');
      if (text !== undefined) captions.push({ src, text, file: sha256 });
    }
  }
  return captions;
}
