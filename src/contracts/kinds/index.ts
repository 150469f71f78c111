export { caseFile, caseItem } from './case-file.ts';
export { type Converter, converterDocument, converters } from './converter-document.ts';
export { file } from './file.ts';
export { type Family, type Format, formats, identifiedFile } from './identified-file.ts';
export { questionTemplate } from './question-template.ts';
