export { collectCases } from './cases/collect-cases.ts';
export { deidentificationGate } from './cases/deidentification-gate.ts';
export { readCaseFile } from './cases/read-case-file.ts';
export { findCase } from './cases/walk-cases.ts';
export { collectConverterDocuments } from './converter-documents/collect-converter-documents.ts';
export { collectFolder } from './folder/collect-folder.ts';
export { identify } from './identify/identify.ts';
export { collectQuestions } from './questions/collect-questions.ts';
