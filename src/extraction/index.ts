export {
  type JatsOptions,
  type JatsPart,
  jatsReaderVersion,
  type Picture,
  type PictureOf,
  type PicturesBeside,
  picturesBeside,
  readJats,
} from './jats/index.ts';
export * from './picture-context/index.ts';
