import { expect, test } from 'vitest';
import { type DiseaseId, diseases } from '../../../spine/index.ts';
import type { MmItem } from '../items/mm-item.ts';
import { guessBlindly, isFarAboveChance } from './guess-blindly.ts';

let count = 0;
/** The truth first, unless it is told where it stands. */
function diagnosis(group: string, named: DiseaseId[], at = 0): MmItem {
  const letters = 'ABCDE'.slice(0, named.length).split('');
  const language = count++ % 2 === 0 ? 'en' : 'zh';
  const nameOf = (id: DiseaseId) => diseases.find(each => each.id === id)![language];
  return {
    ...({ kind: 'diagnosis', group, language, disease: named[at]! } as MmItem),
    options: Object.fromEntries(named.map((id, n) => [letters[n]!, nameOf(id)])),
    answer: [letters[at]!],
  };
}

const [canal, foramen, recess] = [
  'spinal-canal-stenosis',
  'foraminal-stenosis',
  'subarticular-stenosis',
] as const;

test('options that give the truth away are seen, whatever else fills the list', () => {
  // A wrong option that is never right says nothing: no two lists are the same here.
  const fillers: DiseaseId[] = ['osteophytes', 'vertebral-collapse', 'spondylolisthesis'];
  const items = [canal, foramen, recess].flatMap((truth, n) =>
    fillers.flatMap((filler, patient) => [
      diagnosis(`ill ${n} ${patient}`, ['healthy', filler, truth], 2),
      diagnosis(`well ${n} ${patient}`, [canal, foramen, recess, 'healthy'], 3),
    ]),
  );
  const blind = guessBlindly(items);
  expect(blind.options).toBe(1);
  expect(blind.chance).toBe(0.2917);
  expect(isFarAboveChance(blind)).toBe(true);
});

test('what is learnt of a patient does not count for the patient', () => {
  const own = Array.from({ length: 9 }, () => diagnosis('one', [canal, 'healthy']));
  const blind = guessBlindly([...own, diagnosis('two', ['healthy', canal])]);
  expect(blind.options).toBe(0);
  expect(blind.letters).toBe(1);
  // Nobody else has such options: then it is picked at random.
  expect(guessBlindly(own).options).toBeCloseTo(0.5);
});

test('where all options are alike and as often right, nothing is above chance', () => {
  const items = [0, 1, 2, 3].flatMap(at =>
    ['a', 'b', 'c'].map(name =>
      diagnosis(`${at} ${name}`, [canal, foramen, recess, 'healthy'], at),
    ),
  );
  const blind = guessBlindly(items);
  expect(blind).toMatchObject({ items: 12, chance: 0.25, letters: 0.25, truth: 0.25 });
  expect(isFarAboveChance(blind)).toBe(false);
});

test('levels are guessed from the disease that is asked for', () => {
  const localisation = (group: string, disease: DiseaseId, ...answer: string[]): MmItem => ({
    ...({ kind: 'localisation', group, disease, answer } as MmItem),
    options: { A: 'L1/L2', B: 'L2/L3', C: 'L3/L4', D: 'L4/L5', E: 'L5/S1' },
  });
  const blind = guessBlindly([
    ...[localisation('1', canal, 'D'), localisation('2', canal, 'D')],
    ...[localisation('3', foramen, 'D', 'E'), localisation('4', foramen, 'D', 'E')],
  ]);
  expect(blind).toEqual({ items: 4, chance: 0.0323, letters: 0.5, truth: 0.5, options: 1 });
  expect(guessBlindly([])).toEqual({ items: 0, chance: 0, letters: 0, truth: 0, options: 0 });
});
