import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { sliceCases } from './slice-cases.ts';
import type { Asked } from './slices-file.ts';
import { type SeriesOptions, writeNifti, writeSeries } from './testing/write-volume.ts';

const size = [6, 5, 12] as const;
/** Bright by slice, so that a row of a coronal picture tells which slice it shows. */
const content = (_: number, __: number, slice: number) => -100 + slice * 20;

function series(options: SeriesOptions = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'spinemed-damaged-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const place = path.join(root, 'series');
  writeSeries(place, size, content, options);
  return { place, out: path.join(root, 'out') };
}

async function run(place: string, out: string, more: Partial<Asked> = {}) {
  const asked = { count: 3, plane: 'stored', window: 'file', seriesUid: null, ...more } as const;
  for await (const one of sliceCases(place, out, asked, new AbortController().signal)) return one;
  throw new Error('no case');
}

async function rowsOf(out: string): Promise<number[]> {
  const { data, info } = await sharp(path.join(out, 'slice-001.png'))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.height }, (_, row) => data[row * info.width]!);
}
const shown = (slice: number) => ((content(0, 0, slice) + 160) / 400) * 255;

test.each(['coronal', 'sagittal'] as const)(
  'a gap stays a hole in the %s plane, and nothing moves up',
  async plane => {
    const { place, out } = series();
    for (const slice of [4, 5, 6]) rmSync(path.join(place, `IM${slice}`));
    const done = await run(place, out, { plane });
    if (done.status !== 'sliced') throw done;
    const { volume, notes, slices, source } = done.record;
    expect(volume).toMatchObject({ size: [6, 5, 12], spacingMm: [1, 1, 2] });
    expect(notes).toContain('gap: after 3, missing 3');
    expect(notes).toContain('gaps-left-black: 3 of 12');
    expect(source.files.length).toBe(9);
    // Twelve steps of 2 mm in pixels of 1 mm, head up: the middle of the top pixel is half below.
    expect(slices[0]!.size[1]).toBe(24);
    expect(slices[0]!.positionMm![2]).toBeCloseTo(22.5);
    const rows = await rowsOf(out);
    const z = (row: number) => slices[0]!.positionMm![2] - row * slices[0]!.spacingMm[1];
    for (const [row, seen] of rows.entries()) {
      const slice = Math.min(11, Math.max(0, z(row) / 2));
      const isHole = slice > 3 && slice < 7;
      expect(Math.abs(seen - (isHole ? 0 : shown(slice))), `row ${row}`).toBeLessThan(1);
    }
  },
);

test('as it was acquired a series with a gap keeps its own slices, at their own places', async () => {
  const { place, out } = series();
  for (const slice of [4, 5, 6]) rmSync(path.join(place, `IM${slice}`));
  const done = await run(place, out, { count: 9 });
  if (done.status !== 'sliced') throw done;
  const places = done.record.slices.map(({ positionMm }) => positionMm![2]);
  expect(places).toEqual([22, 20, 18, 16, 14, 6, 4, 2, 0]);
});

test('slices scattered too widely are not cut across', async () => {
  const { place, out } = series();
  writeSeries(place, [6, 5, 60], content);
  for (let slice = 3; slice < 59; slice++) rmSync(path.join(place, `IM${slice}`));
  expect(await run(place, out, { plane: 'coronal' })).toMatchObject({
    error: { code: 'slices-too-scattered' },
  });
  expect((await run(place, out)).status).toBe('sliced');
});

test('a cut file of a series is named and left out, and the others are taken', async () => {
  const { place, out } = series();
  const cut = path.join(place, 'IM5');
  truncateSync(cut, readFileSync(cut).length - 10);
  truncateSync(path.join(place, 'IM9'), 500);
  const done = await run(place, out, { count: 12, plane: 'coronal' });
  if (done.status !== 'sliced') throw done;
  expect(done.record.source.damaged).toEqual([
    { path: 'IM5', code: 'dicom-cut' },
    { path: 'IM9', code: 'dicom-cut' },
  ]);
  expect(done.record.notes).toContain('files-left-out: 2 damaged');
  expect(done.record.notes).toContain('gaps-left-black: 2 of 12');
});

test('where nothing but a cut file is there, that one is named', async () => {
  const { place } = series();
  const cut = path.join(place, 'IM5');
  truncateSync(cut, readFileSync(cut).length - 10);
  expect(await run(cut, path.join(place, '../out'))).toMatchObject({
    status: 'rejected',
    error: { code: 'dicom-cut', place: cut },
  });
});

test('a series is asked for of what has none', async () => {
  const { place, out } = series();
  const file = path.join(place, 'a.nii');
  writeNifti(file, size, content);
  expect(await run(file, out, { seriesUid: '1.2' })).toMatchObject({
    status: 'rejected',
    error: { code: 'no-such-series' },
  });
});
