import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisCodes, directionsOfCodes, matchAxes, obliquityDegrees } from './anatomical-axes.ts';
import { rotation } from './testing/rotation.ts';

const identity = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
] as const;

test('names each axis by where its numbers grow to', () => {
  expect(axisCodes(identity)).toBe('LPS');
  const sagittal = [
    [0, 1, 0],
    [0, 0, -1],
    [-1, 0, 0],
  ] as const;
  expect(axisCodes(sagittal)).toBe('PIR');
  expect(matchAxes(sagittal)).toEqual([
    { axis: 2, sign: -1 },
    { axis: 0, sign: 1 },
    { axis: 1, sign: -1 },
  ]);
});

test('all 48 orientations go to directions and back', () => {
  const letters = ['LR', 'PA', 'SI'];
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const all = orders.flatMap(order =>
    [...Array(8).keys()].map(bits =>
      order.map((axis, at) => letters[axis]![(bits >> at) & 1]).join(''),
    ),
  );
  expect(new Set(all).size).toBe(48);
  for (const codes of all) expect(axisCodes(directionsOfCodes(codes)!)).toBe(codes);
});

test('what is no orientation has no directions', () => {
  for (const codes of ['', 'LP', 'LLS', 'LRS', 'XYZ', 'LPSS'])
    expect(directionsOfCodes(codes)).toBeNull();
  expect(directionsOfCodes('pir')).toEqual(directionsOfCodes('PIR'));
});

test('an oblique grid keeps its names up to where another direction is nearer', () => {
  const turned = (degrees: number) => {
    const turn = rotation([1, 0, 0], (degrees * Math.PI) / 180);
    return [turn([1, 0, 0]), turn([0, 1, 0]), turn([0, 0, 1])] as const;
  };
  expect(axisCodes(turned(40))).toBe('LPS');
  expect(obliquityDegrees(turned(40))).toBeCloseTo(40, 9);
  expect(axisCodes(turned(50))).toBe('LSA');
  expect(obliquityDegrees(turned(50))).toBeCloseTo(40, 9);
});

test('each axis is taken once, however oblique', () => {
  const part = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.tuple(part, part, part),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (axis, by) => {
        fc.pre(Math.hypot(...axis) > 0.1);
        const turn = rotation(axis, by);
        const directions = identity.map(turn) as unknown as typeof identity;
        expect(new Set(matchAxes(directions).map(match => match.axis)).size).toBe(3);
        expect(obliquityDegrees(directions)).toBeLessThan(55);
      },
    ),
  );
});
