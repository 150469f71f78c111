import { holdAgainstPicture } from '../src/curation/index.ts';
import {
  bind,
  readConverterDocument,
  readDocumentFile,
  readPublishedArticle,
  readScannedDocument,
} from '../src/extraction/index.ts';
import {
  collectCases,
  collectConverterDocuments,
  collectDataset,
  collectEuropePmc,
  collectFolder,
  collectQuestions,
  collectScannedDocuments,
  deidentificationGate,
  identify,
  ownFolders,
  readCaseFile,
} from '../src/sources/index.ts';
import { collected, defineRecipe } from '../src/store/index.ts';

export default defineRecipe({
  name: 'corpus',
  about: 'The workspace’s sources folder and all that was collected, through every stage there is.',
  steps: [
    collectFolder({ path: 'sources' }),
    collectConverterDocuments({ path: 'sources' }),
    collectScannedDocuments({ path: 'sources' }),
    collectQuestions({ path: ownFolders.questions, mayBeMissing: true }),
    collectCases({ path: ownFolders.cases, mayBeMissing: true }),
    collectDataset({ path: ownFolders.datasets, mayBeMissing: true }),
    collected(collectEuropePmc),
    identify(),
    readCaseFile(),
    deidentificationGate(),
    readDocumentFile(),
    readScannedDocument(),
    readConverterDocument(),
    readPublishedArticle(),
    bind(),
    holdAgainstPicture(),
  ],
});
