import { expect, it } from 'vitest';
import { breakDown } from './breakdowns.ts';
import { answered, choiceItem, judged, reportItem, written } from './made-up-benchmark.ts';
import { arrangeRows } from './rows.ts';

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
