import { expect, it } from 'vitest';
import { breakDown } from './breakdowns.ts';
import { answered, choiceItem, judged, reportItem, written } from './made-up-benchmark.ts';
import { arrangeRows } from './rows.ts';
import { scoreBenchmark } from './score-benchmark.ts';

const pictures = (count: number) => Array.from({ length: count }, (_, i) => `${i}.png`);
const items = [
  choiceItem('a', {
    subspecialty: 'Trauma',
    modality: ['CT', 'MRI'],
    levels: ['L5/S1'],
    images: pictures(2),
  }),
  choiceItem('b', {
    subspecialty: 'Trauma',
    source: 'hospital',
    modality: ['CT'],
    levels: ['T12'],
    images: pictures(9),
  }),
  choiceItem('c', { language: 'zh', levels: ['lumbosacral', 'C5/C6'] }),
  reportItem('r', { subspecialty: 'Trauma' }),
];
const { breakdowns, reportBreakdowns } = breakDown(
  arrangeRows(items, [answered('a', 'A'), answered('b', 'B'), written('r', judged(4))], 1),
  {},
);
const counts = (name: string) =>
  Object.fromEntries(
    Object.entries(breakdowns[name]!).map(([cell, { n, answered, right }]) => [
      cell,
      [n, answered, right],
    ]),
  );

it('counts an item in each of its modalities and regions, and where it has none in none', () => {
  expect(counts('modality')).toEqual({ CT: [2, 2, 1], MRI: [1, 1, 1], none: [1, 0, 0] });
  expect(counts('region')).toEqual({
    cervical: [1, 0, 0],
    thoracic: [1, 1, 0],
    lumbar: [2, 1, 1],
    sacral: [2, 1, 1],
  });
});

it('has a cell for each sub-specialty, source, language, kind and number of pictures in use', () => {
  expect(counts('subspecialty')).toEqual({ Trauma: [2, 2, 1], none: [1, 0, 0] });
  expect(counts('source')).toEqual({ textbook: [2, 1, 1], hospital: [1, 1, 0] });
  expect(counts('language')).toEqual({ en: [2, 2, 1], zh: [1, 0, 0] });
  expect(counts('pictures')).toEqual({ '0': [1, 0, 0], '2': [1, 1, 1], '5+': [1, 1, 0] });
  expect(counts('task')).toEqual({ mcq: [3, 2, 1] });
});

it('gives each cell its accuracy and interval, null where nothing was answered', () => {
  expect(breakdowns.modality?.CT).toMatchObject({ accuracy: 50 });
  expect(breakdowns.modality?.CT?.interval?.[0]).toBeCloseTo(9.45, 2);
  expect(breakdowns.language?.zh).toMatchObject({ accuracy: null, interval: null });
});

it('breaks reports down by the same keys', () => {
  expect(reportBreakdowns.subspecialty).toMatchObject({ Trauma: { n: 1, scored: 1, score: 80 } });
});

it('goes by the words that a benchmark has of its own, and only where it has them', () => {
  const items = ['buu', 'rsna', undefined].map((dataset, n) => ({
    ...choiceItem(`q${n}`),
    ...(dataset ? { dataset, disease: 'stenosis' } : {}),
  }));
  const results = items.map(({ id }, n) => ({
    ...{ id, status: 'parsed' as const, answer: [n === 0 ? 'A' : 'B'] },
  }));
  const { breakdowns } = scoreBenchmark({ benchmark: 'b', model: 'm', items, results });
  expect(breakdowns.dataset).toMatchObject({
    ...{ buu: { n: 1, right: 1 }, rsna: { n: 1, right: 0 }, none: { n: 1 } },
  });
  expect(breakdowns.disease).toMatchObject({ stenosis: { n: 2 }, none: { n: 1 } });
  expect(breakdowns).not.toHaveProperty('kind');
});
