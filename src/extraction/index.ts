export { type ExtractedFile, extractFiles } from './document/extract-files.ts';
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
export type { OcrEngine } from './ocr/ocr-engine.ts';
export { openOcr } from './ocr/open-ocr.ts';
export * from './picture-context/index.ts';
export { bind } from './stages/bind.ts';
export { readConverterDocument } from './stages/read-converter-document.ts';
export { readPublishedArticle } from './stages/read-published-article.ts';
