import { expect, test } from 'vitest';
import { coverage } from './coverage.ts';

test('says what is covered and what is missing', () => {
  const { share, covered, missing } = coverage(
    'Disc extrusion at L5/S1',
    'an extruded disc, L5-S1',
  );
  expect(covered).toEqual(['disc', 'l5/1']);
  expect(missing).toEqual(['extrusion']);
  expect(share).toBeCloseTo(2 / 3);
});

test('rare words count for more', () => {
  const rarityOf = (word: string) => (word === 'spondyloptosi' ? 9 : 1);
  const reference = 'pain leg spondyloptosi';
  expect(coverage(reference, 'spondyloptosi', rarityOf).share).toBeGreaterThan(
    coverage(reference, 'leg pain', rarityOf).share,
  );
});

test('all of itself, none of a stranger, nothing of nothing', () => {
  for (const text of ['left L5 radiculopathy', '左侧L5神经根受压']) {
    expect(coverage(text, text).share).toBe(1);
    expect(coverage(text, '').share).toBe(0);
  }
  expect(coverage('', 'anything').share).toBe(1);
});

test('a text that says more never covers less', () => {
  const said = ['腰4/5椎间盘突出。', '压迫左侧L5神经根。', '与此无关。', '伴间歇性跛行。'];
  const shares = said.map((_, at) => coverage(said.join(''), said.slice(0, at + 1).join('')).share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(new Set(shares).size).toBe(said.length);
});
