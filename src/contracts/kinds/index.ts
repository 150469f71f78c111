export { type ArticlePicture, article, articlePictureSchema } from './article.ts';
export { boundDocument, boundPicture, checkedPicture } from './bound-picture.ts';
export { caseFile, caseItem } from './case-file.ts';
export { type Converter, converterDocument, converters } from './converter-document.ts';
export { datasetRecord } from './dataset-record.ts';
export { documentText } from './document.ts';
export { file } from './file.ts';
export {
  documentFile,
  type Family,
  type Format,
  formats,
  identifiedFile,
  wholeDocuments,
} from './identified-file.ts';
export { questionTemplate } from './question-template.ts';
export { scannedDocument } from './scanned-document.ts';
