export { describePictureFile, type ReadFileOptions, readPictureFile } from './read-picture-file.ts';
export type { StoredPicture } from './stored-picture.ts';
export { type StoredFormat, tellFormat } from './tell-format.ts';
