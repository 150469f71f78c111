import { expect, test } from 'vitest';
import type { CoarseVolume } from './coarse-volume.ts';
import { chooseWindow } from './window-values.ts';

function volumeOf(values: number[]): CoarseVolume {
  return {
    size: [values.length, 1, 1],
    stepMm: [1, 1, 1],
    values: Float32Array.from(values),
    axes: [
      { axis: 0, sign: 1 },
      { axis: 1, sign: 1 },
      { axis: 2, sign: 1 },
    ],
    placesOf: [[], [], []],
  };
}

/** A third is background, then tissue from 100 to 1100, then a few very bright voxels. */
const mr = volumeOf([
  ...Array.from({ length: 600 }, (_, at) => at % 10),
  ...Array.from({ length: 1001 }, (_, at) => 100 + at),
  5000,
  5000,
]);

test('a CT is seen in its bone window unless another is asked for', () => {
  const ct = { modality: 'CT', window: { center: 60, width: 300 } } as const;
  const windowOf = (wanted?: 'soft' | 'file') => chooseWindow(ct, mr, wanted).window;
  expect(windowOf()).toEqual({ name: 'bone', center: 400, width: 1800 });
  expect(windowOf('soft')).toEqual({ name: 'soft', center: 40, width: 400 });
  expect(windowOf('file')).toEqual({ name: 'file', center: 60, width: 300 });
});

test('an MR goes from its darkest to its brightest tissue', () => {
  const { window } = chooseWindow({ modality: 'MRI', window: null }, mr, undefined);
  expect(window.name).toBe('mr');
  expect(window.center - window.width / 2).toBeCloseTo(110, -1);
  expect(window.center + window.width / 2).toBeCloseTo(1100, -1);
});

test('a radiograph has its own window, and without one the spread of its values', () => {
  const own = { center: 2000, width: 3000 };
  expect(chooseWindow({ modality: 'XR', window: own }, mr, undefined).window).toEqual({
    name: 'file',
    ...own,
  });
  expect(chooseWindow({ modality: 'XR', window: null }, mr, undefined)).toMatchObject({
    window: { name: 'mr' },
    notes: [],
  });
});

test('that the file has no window is told where it was asked for', () => {
  expect(chooseWindow({ modality: 'CT', window: null }, mr, 'file')).toMatchObject({
    window: { name: 'bone' },
    notes: ['no-window-in-the-file'],
  });
});

test('windows of Hounsfield units are for CT alone', () => {
  const call = () => chooseWindow({ modality: 'MRI', window: null }, mr, 'bone');
  expect(call).toThrow(expect.objectContaining({ code: 'window-unfit', mender: 'user' }));
});

test('a volume of one value has a window all the same', () => {
  const { window } = chooseWindow({ modality: null, window: null }, volumeOf([7, 7, 7]), undefined);
  expect(window).toEqual({ name: 'mr', center: 7, width: 1 });
});
