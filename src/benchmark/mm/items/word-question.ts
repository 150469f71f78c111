import { type DiseaseId, diseases, type Language } from '../../../spine/index.ts';
import { seedOf } from '../seed-of.ts';
import { diagnosisQuestions } from './diagnosis-questions.ts';
import { localisationQuestions } from './localisation-questions.ts';

type Drawn = { language: Language; seed: number };

export function wordDiagnosis(modality: 'CT' | 'MRI' | 'XR', { language, seed }: Drawn): string {
  const templates = diagnosisQuestions[language];
  return templates[seed % templates.length]!.replaceAll('{picture}', nouns[modality][language]);
}

export function wordLocalisation(
  disease: DiseaseId,
  shown: { modality: 'CT' | 'MRI' | 'XR'; view: string | null; count: number },
  { language, seed }: Drawn,
): string {
  const templates = localisationQuestions[language];
  const question = templates[seed % templates.length]!.replaceAll(
    '{disease}',
    nameInText(disease, language),
  ).replaceAll('{pictures}', these(shown, language));
  // Of axial slices nobody could tell the level otherwise.
  const isStack = shown.count > 1 && (shown.view?.startsWith('axial') ?? false);
  return isStack ? `${question}${order[language]}` : question;
}

const order = {
  en: ' The slices lie in order from L1/L2 at the top down to L5/S1.',
  zh: '切片自上而下按L1/L2至L5/S1的顺序排列。',
} as const;

/** A language for each item, where it is not one for all. */
export function languageOf(id: string, wanted: Language | 'mixed', seed: number): Language {
  if (wanted !== 'mixed') return wanted;
  return seedOf(seed, id, 'language') % 2 === 0 ? 'en' : 'zh';
}

const nouns = {
  XR: { en: 'X-ray', zh: 'X线片' },
  MRI: { en: 'MRI slice', zh: 'MRI切片' },
  CT: { en: 'CT slice', zh: 'CT切片' },
} as const;

function these(
  { modality, count }: { modality: keyof typeof nouns; count: number },
  language: Language,
): string {
  const noun = nouns[modality][language];
  if (language === 'zh') return count === 1 ? `这幅${noun}` : `这${count}幅${noun}`;
  return count === 1 ? `this ${noun}` : `these ${count} ${noun}s`;
}

function nameInText(disease: DiseaseId, language: Language): string {
  const name = diseases.find(({ id }) => id === disease)![language];
  return language === 'en' ? `${name[0]!.toLowerCase()}${name.slice(1)}` : name;
}
