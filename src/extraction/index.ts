export { type ExtractOptions, extractFile } from './document/extract-file.ts';
export { type ExtractedFile, extractFiles } from './document/extract-files.ts';
export { extractionVersion } from './document/extraction-version.ts';
export type { KnownFile } from './document/known-file.ts';
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
export { readDocumentFile } from './stages/read-document-file.ts';
export { readPublishedArticle } from './stages/read-published-article.ts';
export { readScannedDocument } from './stages/read-scanned-document.ts';
