import { z } from 'zod';
import { converterDocument, documentText } from '../../contracts/kinds/index.ts';
import { languageOfText } from '../../spine/index.ts';
import { defineStage, made } from '../../store/index.ts';

/** What a converter wrote is a document already: its title and its language are read from it. */
export const readConverterDocument = defineStage({
  name: 'read-converter-document',
  version: 2,
  takes: converterDocument,
  makes: [documentText],
  settings: z.object({}),
  beforeGate: true,
  rejects: [],
  async each({ data }, { blobs }) {
    const text = (await blobs.get(data.markdown)).toString('utf8');
    const pictures = data.pictures.map(({ src, sha256 }) => ({ src, sha256 }));
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
      },
      { blobs: [data.markdown, ...new Set(pictures.map(({ sha256 }) => sha256))] },
    );
  },
});
