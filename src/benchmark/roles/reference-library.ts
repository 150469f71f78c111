import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../../config/product-folder.ts';
import { createIndex, type Hit, type PassageIndex } from '../../models/index.ts';
import {
  diseases,
  findings,
  type Language,
  modalities,
  orthopaedicCategories,
  subspecialties,
  type Term,
} from '../../spine/index.ts';
import { readPassages } from './read-passages.ts';

/** All that the offline methods may look up. Items that were made from the sample find their own
 *  source in it: for these they are no floor. */
export type ReferenceLibrary = PassageIndex & {
  /** As `search`, among the passages of chapters in one language. */
  searchChapters(query: string, language: Language, limit: number): Hit[];
};

let library: ReferenceLibrary | undefined;

/** Chapters of the sample and definitions of the taxonomies, read at their first use. */
export function referenceLibrary(): ReferenceLibrary {
  library ??= openLibrary();
  return library;
}

function openLibrary(): ReferenceLibrary {
  const chapters = readChapters();
  const ofLanguage = (language: Language) =>
    createIndex(chapters.filter(({ text }) => isHan(text) === (language === 'zh')));
  const byLanguage = { en: ofLanguage('en'), zh: ofLanguage('zh') };
  return {
    ...createIndex([...chapters, ...definitions()]),
    searchChapters: (query, language, limit) => byLanguage[language].search(query, limit),
  };
}

/** The id is the file, without its ending, and the line. */
function readChapters() {
  const folder = path.join(productFolder, 'sample');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter(file => file.endsWith('.md'))
    .map(file => file.replaceAll(path.sep, '/'))
    .filter(file => !file.startsWith('benchmark/'))
    .sort()
    .flatMap(file =>
      readPassages(readFileSync(path.join(folder, file), 'utf8')).map(({ line, text }) => ({
        id: `${file.slice(0, -'.md'.length)}:${line}`,
        text,
      })),
    );
}

function definitions() {
  const taxonomies: Record<string, readonly Term[]> = {
    ...{ diseases, findings, modalities, subspecialties },
    'orthopaedic-categories': orthopaedicCategories,
  };
  return Object.entries(taxonomies).flatMap(([name, terms]) =>
    terms.map(({ id, en, zh, synonyms, definition }) => ({
      id: `${name}:${id}`,
      text: `${[en, zh, ...synonyms.en, ...synonyms.zh].join('; ')}. ${definition}`,
    })),
  );
}

function isHan(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 3 > text.length;
}
