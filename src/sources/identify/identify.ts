import { z } from 'zod';
import {
  documentFile,
  file,
  formats,
  identifiedFile,
  wholeDocuments,
} from '../../contracts/kinds/index.ts';
import { defineStage, made, reject } from '../../store/index.ts';
import { readEnds } from './read-ends.ts';
import { recognise } from './recognise.ts';

/** What is it? Read from the bytes, since names lie. */
export const identify = defineStage({
  name: 'identify',
  version: 3,
  takes: file,
  makes: [identifiedFile, documentFile],
  settings: z.object({}),
  rejects: ['unknown-format'],
  beforeGate: true,
  parallel: 8,
  async each({ data }, { blobs }) {
    const format = recognise(await readEnds(await blobs.open(data.sha256)), data.path);
    if (!format) return reject('unknown-format', { place: data.path });
    const { path, bytes, sha256 } = data;
    return made(
      wholeDocuments.includes(format) ? documentFile : identifiedFile,
      { path, bytes, sha256, format, family: formats[format] },
      { blobs: [sha256] },
    );
  },
});
