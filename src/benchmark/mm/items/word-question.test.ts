import { expect, test } from 'vitest';
import { languages } from '../../../spine/index.ts';
import { diagnosisQuestions } from './diagnosis-questions.ts';
import { localisationQuestions } from './localisation-questions.ts';
import { languageOf, wordDiagnosis, wordLocalisation } from './word-question.ts';

test.each(languages)('in %s every wording comes up and none has a gap left in it', language => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const diagnoses = new Set(seeds.map(seed => wordDiagnosis('MRI', { language, seed })));
  const shown = { modality: 'MRI', view: 'sagittal T1', count: 3 } as const;
  const localisations = new Set(
    seeds.map(seed => wordLocalisation('foraminal-stenosis', shown, { language, seed })),
  );
  expect(diagnoses.size).toBe(diagnosisQuestions[language].length);
  expect(localisations.size).toBe(localisationQuestions[language].length);
  expect(Math.min(diagnoses.size, localisations.size)).toBeGreaterThanOrEqual(8);
  for (const question of [...diagnoses, ...localisations]) expect(question).not.toMatch(/[{}]/);
  for (const question of localisations)
    expect(question).toMatch(
      language === 'en' ? /foraminal stenosis.*3 MRI|3 MRI.*foraminal/ : /椎间孔狭窄/,
    );
});

test('of several axial slices it says how they lie', () => {
  const word = (count: number) =>
    wordLocalisation(
      'subarticular-stenosis',
      { modality: 'MRI', view: 'axial T2', count },
      { language: 'en', seed: 0 },
    );
  expect(word(5)).toMatch(/from L1\/L2 at the top/);
  expect(word(1)).not.toMatch(/order/);
});

test('half of the items are in each language, or all in one', () => {
  const ids = Array.from({ length: 400 }, (_, at) => `item ${at}`);
  const english = ids.filter(id => languageOf(id, 'mixed', 1) === 'en').length;
  expect(english).toBeGreaterThan(160);
  expect(english).toBeLessThan(240);
  expect(ids.every(id => languageOf(id, 'zh', 1) === 'zh')).toBe(true);
});
