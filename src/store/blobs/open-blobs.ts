import path from 'node:path';
import type { Workspace } from '../../config/index.ts';
import type { Blobs } from './blobs.ts';
import { folderBlobs } from './folder-blobs.ts';
import { s3Blobs } from './s3-blobs.ts';

export function openBlobs(workspace: Workspace): Blobs {
  const { blobs } = workspace.settings;
  return 's3' in blobs
    ? s3Blobs(blobs.s3)
    : folderBlobs(path.resolve(workspace.folder, blobs.folder));
}
