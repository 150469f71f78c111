import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vector } from '../../contracts/imaging/index.ts';
import { add, cross, pointAtIndex, scale } from '../geometry/index.ts';
import { assembleSeries } from './assemble-series.ts';
import { chooseSeries } from './choose-series.ts';
import type { Frame } from './frame.ts';

const axial: [Vector, Vector] = [
  [1, 0, 0],
  [0, 1, 0],
];
const sagittal: [Vector, Vector] = [
  [0, 1, 0],
  [0, 0, -1],
];

/** Names tell nothing: they run against the order of place. */
function frameAt(positionMm: Vector | null, about: Partial<Frame> = {}): Frame {
  return {
    file: `${1000 - Math.round(positionMm?.[2] ?? 0)}.dcm`,
    frame: 0,
    seriesUid: '1.2.3',
    size: [64, 32],
    spacingMm: [0.5, 0.75],
    directions: axial,
    positionMm,
    instanceNumber: null,
    imageType: ['ORIGINAL', 'PRIMARY', 'AXIAL'],
    marks: {},
    ...about,
  };
}

const stack = (places: number[], about: Partial<Frame> = {}) =>
  places.map(z => frameAt([-16, -12, z], about));

test('orders by place, whatever order, names and numbers they come with', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...Array(20).keys()], { minLength: 20 }), order => {
      const frames = order.map((z, at) =>
        frameAt([-16, -12, z * 2.5 - 30], { instanceNumber: at }),
      );
      const [series, ...others] = assembleSeries(frames);
      expect(others).toEqual([]);
      expect(series!.frames.map(frame => frame.positionMm![2])).toEqual(
        [...Array(20).keys()].map(z => z * 2.5 - 30),
      );
      expect(series).toMatchObject({ kind: 'volume', problems: [] });
      expect(series!.grid).toEqual({
        size: [64, 32, 20],
        spacingMm: [0.5, 0.75, 2.5],
        directions: [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
        originMm: [-16, -12, -30],
      });
    }),
    { numRuns: 20 },
  );
});

test('sagittal slices are stacked along their own normal', () => {
  const frames = [8, 0, 4].map(x => frameAt([x, -100, 200], { directions: sagittal }));
  const [series] = assembleSeries(frames);
  // Their normal runs to the right.
  expect(series!.frames.map(frame => frame.positionMm![0])).toEqual([8, 4, 0]);
  for (const [slice, frame] of series!.frames.entries())
    expect(pointAtIndex(series!.grid!, [0, 0, slice])).toEqual(frame.positionMm);
});

test('a gap is told, and the spacing is that of the others', () => {
  const [series] = assembleSeries(stack([0, 1, 2, 6, 7, 8]));
  expect(series!.grid!.spacingMm[2]).toBe(1);
  expect(series!.problems).toEqual([{ problem: 'gap', after: 2, missing: 3 }]);
  expect(series!.offsetsMm).toEqual([0, 1, 2, 6, 7, 8]);
});

test('uneven steps are told, rounding is not', () => {
  const [uneven] = assembleSeries(stack([0, 1, 2.2, 3, 4.1]));
  expect(uneven!.problems).toMatchObject([{ problem: 'uneven-spacing' }]);
  const [rounded] = assembleSeries(stack([0, 0.63, 1.25, 1.88, 2.5, 3.13]));
  expect(rounded!.problems).toEqual([]);
});

test('of two pictures of one place the first stays, where nothing tells them apart', () => {
  const frames = [
    ...stack([0, 1, 2]).map((frame, at) => ({ ...frame, instanceNumber: at + 10, file: `b${at}` })),
    ...stack([0, 1, 2]).map((frame, at) => ({ ...frame, instanceNumber: at, file: `a${at}` })),
  ];
  const [series, ...others] = assembleSeries(frames);
  expect(others).toEqual([]);
  expect(series!.frames.map(frame => frame.file)).toEqual(['a0', 'a1', 'a2']);
  expect(series!.problems).toEqual([{ problem: 'duplicates', leftOut: 3 }]);
});

test.each([
  ['echo', { echo: 2 }],
  ['temporal-position', { 'temporal-position': 1 }],
  ['acquisition', { acquisition: 7 }],
  ['image-type', { 'image-type': 'M' }],
] as const)('two volumes of one series are told apart by their %s', (mark, marks) => {
  const series = assembleSeries([...stack([0, 1, 2]), ...stack([0, 1, 2], { marks })]);
  expect(series.map(one => one.frames.length)).toEqual([3, 3]);
  for (const one of series)
    expect(one.problems).toEqual([{ problem: 'mixed-series', by: [mark], stacks: 2 }]);
});

test('a volume that was acquired in two parts stays one', () => {
  const parts = [
    ...stack([0, 1, 2], { marks: { acquisition: 1 } }),
    ...stack([3, 4, 5], { marks: { acquisition: 2 } }),
  ];
  expect(assembleSeries(parts)).toMatchObject([{ kind: 'volume', problems: [] }]);
});

test('orientations, sizes and scouts of one series come apart', () => {
  const frames = [
    ...stack([0, 1, 2, 3]),
    ...[0, 4, 8].map(x => frameAt([x, 0, 0], { directions: sagittal })),
    ...stack([10, 11], { size: [128, 128] }),
    frameAt([0, 0, 0.5], { imageType: ['ORIGINAL', 'PRIMARY', 'LOCALIZER'] }),
  ];
  const series = assembleSeries(frames);
  expect(series.map(one => [one.kind, one.frames.length])).toEqual([
    ['volume', 4],
    ['localizer', 1],
    ['volume', 3],
    ['volume', 2],
  ]);
  expect(series[0]!.problems).toMatchObject([
    { by: ['size', 'orientation', 'image-type'], stacks: 4 },
  ]);
});

test('a tilted gantry: slices are square to their normal and stacked aslant', () => {
  const turned = (20 * Math.PI) / 180;
  const directions: [Vector, Vector] = [
    [1, 0, 0],
    [0, Math.cos(turned), -Math.sin(turned)],
  ];
  const frames = [0, 1, 2, 3, 4].map(z => frameAt([-16, -12, z * 3], { directions }));
  const [series] = assembleSeries(frames);
  expect(series!.problems).toMatchObject([{ problem: 'tilted' }]);
  const [tilted] = series!.problems as unknown as [{ degrees: number }];
  expect(tilted.degrees).toBeCloseTo(20, 6);
  for (const [slice, frame] of series!.frames.entries()) {
    const point = pointAtIndex(series!.grid!, [0, 0, slice]);
    for (const axis of [0, 1, 2]) expect(point[axis]).toBeCloseTo(frame.positionMm![axis]!, 6);
  }
});

test('a slice beside the line is told', () => {
  const frames = stack([0, 1, 2, 3, 4]);
  frames[2] = frameAt([-6, -12, 2]);
  expect(assembleSeries(frames)[0]!.problems).toMatchObject([
    { problem: 'off-the-line', mostMm: 10 },
  ]);
});

test('oblique stacks have a grid that meets every slice', () => {
  const angle = fc.double({ min: -0.7, max: 0.7, noNaN: true });
  fc.assert(
    fc.property(angle, angle, (a, b) => {
      const row: Vector = [Math.cos(a), Math.sin(a), 0];
      const column = cross(
        [-Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b)],
        row,
      );
      const down: Vector = scale(column, -1 / Math.hypot(...column));
      const normal = cross(row, down);
      const frames = [3, 0, 2, 1].map(step =>
        frameAt(add([5, 6, 7], scale(normal, 4 * step)), { directions: [row, down] }),
      );
      const [series] = assembleSeries(frames);
      expect(series!.problems).toEqual([]);
      for (const [slice, frame] of series!.frames.entries()) {
        const point = pointAtIndex(series!.grid!, [0, 0, slice]);
        for (const axis of [0, 1, 2]) expect(point[axis]).toBeCloseTo(frame.positionMm![axis]!, 6);
      }
    }),
    { numRuns: 50 },
  );
});

test('frames of one file are slices like others', () => {
  const frames = [2, 0, 1].map(frame => frameAt([0, 0, -frame], { file: 'one.dcm', frame }));
  expect(assembleSeries(frames)[0]!.frames.map(({ frame }) => frame)).toEqual([2, 1, 0]);
});

test('pictures without a place are ordered by number, and it is said', () => {
  const plain = [3, 1, 2].map(instanceNumber =>
    frameAt(null, { instanceNumber, directions: null, spacingMm: null }),
  );
  const [series] = assembleSeries(plain);
  expect(series!.frames.map(frame => frame.instanceNumber)).toEqual([1, 2, 3]);
  expect(series).toMatchObject({ kind: 'unplaced', grid: null });
  expect(series!.problems).toEqual([{ problem: 'spacing-assumed' }, { problem: 'unplaced' }]);
  expect(assembleSeries([plain[0]!])).toMatchObject([{ kind: 'single', grid: null }]);
  expect(assembleSeries([frameAt([0, 0, 0])])).toMatchObject([{ kind: 'single', problems: [] }]);
  expect(assembleSeries([])).toEqual([]);
});

test('the largest volume is taken, before scouts and single pictures, unless one is asked for', () => {
  const all = assembleSeries([
    ...stack([0, 1, 2], { seriesUid: 'small' }),
    ...stack([0, 1, 2, 3], { seriesUid: 'large' }),
    frameAt([0, 0, 0], { seriesUid: 'poster', size: [4096, 4096] }),
    ...stack([0, 5], { seriesUid: 'scout', size: [2000, 2000], imageType: ['LOCALIZER'] }),
  ]);
  expect(chooseSeries(all)).toMatchObject({ series: { seriesUid: 'large' }, left: 3 });
  expect(chooseSeries(all, 'small').series.seriesUid).toBe('small');
  expect(() => chooseSeries(all, 'none')).toThrow('series asked for');
  expect(() => chooseSeries([])).toThrow('no pictures');
});
