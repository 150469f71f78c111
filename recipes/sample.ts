import { holdAgainstPicture } from '../src/curation/index.ts';
import { bind, readConverterDocument, readDocumentFile } from '../src/extraction/index.ts';
import {
  collectCases,
  collectConverterDocuments,
  collectFolder,
  collectQuestions,
  deidentificationGate,
  identify,
  readCaseFile,
} from '../src/sources/index.ts';
import { defineRecipe } from '../src/store/index.ts';

const questions = 'question-bank';
const cases = 'hospital-cases';
const documents = { path: 'sources', except: [questions, cases] };

export default defineRecipe({
  name: 'sample',
  about: 'Everything there is so far, over the workspace’s sources folder, offline.',
  steps: [
    collectFolder(documents),
    identify(),
    collectConverterDocuments(documents),
    collectQuestions({ path: `sources/${questions}`, mayBeMissing: true }),
    collectCases({ path: `sources/${cases}`, mayBeMissing: true }),
    readCaseFile(),
    deidentificationGate(),
    readDocumentFile(),
    readConverterDocument(),
    bind(),
    holdAgainstPicture(),
  ],
});
