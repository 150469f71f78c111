import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type DraftDocument,
  documentSchema,
  renderDocument,
  type SpineDocument,
} from '../../contracts/document/index.ts';

/** document.json is written last: where it stands, the rest does. */
export async function writeDocument(folder: string, draft: DraftDocument): Promise<SpineDocument> {
  const { markdown, document } = renderDocument(draft);
  const checked = documentSchema.parse(document);
  await mkdir(path.join(folder, 'figures'), { recursive: true });
  await writeFile(path.join(folder, 'document.md'), markdown);
  await writeFile(path.join(folder, 'document.json'), `${JSON.stringify(checked, null, 1)}\n`);
  return checked;
}
