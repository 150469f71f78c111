import path from 'node:path';
import type { Workspace } from '../../config/index.ts';
import type { Blobs } from './blobs.ts';
import { folderBlobs } from './folder-blobs.ts';

export async function openBlobs(workspace: Workspace): Promise<Blobs> {
  const { blobs } = workspace.settings;
  if ('folder' in blobs) return folderBlobs(path.resolve(workspace.folder, blobs.folder));
  // The S3 client is a tenth of a second of every command, so who has a folder does without.
  const { s3Blobs } = await import('./s3-blobs.ts');
  return s3Blobs(blobs.s3);
}
