export type { Picture, PictureOf } from './index-figures.ts';
export { type PicturesBeside, picturesBeside } from './pictures-beside.ts';
export { jatsReaderVersion } from './read-article.ts';
export { type JatsOptions, type JatsPart, readJats } from './read-jats.ts';
