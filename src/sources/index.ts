export { collectFolder } from './folder/collect-folder.ts';
export { identify } from './identify/identify.ts';
export { collectQuestions } from './questions/collect-questions.ts';
