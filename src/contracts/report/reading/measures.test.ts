import { describe, expect, it } from 'vitest';
import type { Quantity } from '../schema.ts';
import { readMeasures } from './measures.ts';

const quantity = (value: number, unit: string | null, more: Partial<Quantity> = {}) => ({
  kind: 'quantity',
  name: null,
  relation: '=',
  value,
  to: null,
  unit,
  ...more,
});
const grade = (text: string, name: string | null = null) => ({ kind: 'grade', name, grade: text });

describe('a measure', () => {
  it.each([
    ['8 mm', [quantity(8, 'mm')]],
    ['40°', [quantity(40, '°')]],
    ['Cobb angle: 40 degrees', [quantity(40, 'degrees', { name: 'Cobb angle' })]],
    ['Cobb角：约42°', [quantity(42, '°', { name: 'Cobb角', relation: '≈' })]],
    ['AP diameter 8.5 mm', [quantity(8.5, 'mm', { name: 'AP diameter' })]],
    ['高度丢失30%左右', [quantity(30, '%', { name: '高度丢失', relation: '≈' })]],
    ['> 5 cm', [quantity(5, 'cm', { relation: '>' })]],
    ['&lt; 10 mm', [quantity(10, 'mm', { relation: '<' })]],
    ['at least 50 %', [quantity(50, '%', { relation: '≥' })]],
    ['不超过10毫米', [quantity(10, '毫米', { relation: '≤' })]],
    ['4–5 mm', [quantity(4, 'mm', { to: 5 })]],
    ['4 to 5 mm', [quantity(4, 'mm', { to: 5 })]],
    ['T-score −2.7', [quantity(-2.7, null, { name: 'T-score' })]],
    ['1,250 mm³', [quantity(1250, 'mm³')]],
    ['8 mm, 5 mm', [quantity(8, 'mm'), quantity(5, 'mm')]],
    [
      'slip: 5 mm; Cobb: 12°',
      [quantity(5, 'mm', { name: 'slip' }), quantity(12, '°', { name: 'Cobb' })],
    ],
    ['a: 1 mm<br>b: 2 mm', [quantity(1, 'mm', { name: 'a' }), quantity(2, 'mm', { name: 'b' })]],
    ['—', []],
    ['N/A', []],
    ['', []],
  ])('%s', (raw, measures) => {
    expect(readMeasures(raw)).toEqual(measures);
  });

  it.each([
    ['Pfirrmann: 4', [grade('4', 'Pfirrmann')]],
    ['Pfirrmann: IV', [grade('IV', 'Pfirrmann')]],
    ['Pfirrmann grade 4', [grade('Pfirrmann grade 4')]],
    ['severe', [grade('severe')]],
    ['4,5 mm', [grade('4,5 mm')]],
    ['8 x 5 mm', [grade('8 x 5 mm')]],
    ['3 of 5', [grade('3 of 5')]],
    ['40 ± 5 mm', [grade('40 ± 5 mm')]],
    ['5 mm (Meyerding I)', [grade('5 mm (Meyerding I)')]],
    ['L4/5', [grade('L4/5')]],
  ])('is kept as it stands where it is no plain figure: %s', (raw, measures) => {
    expect(readMeasures(raw)).toEqual(measures);
  });
});
