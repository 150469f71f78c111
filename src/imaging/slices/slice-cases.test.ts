import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { sliceCases } from './slice-cases.ts';
import { type Asked, slicesFileSchema } from './slices-file.ts';
import { writeNifti, writeSeries } from './testing/write-volume.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'spinemed-slices-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const size = [24, 20, 12] as const;
/** Tells column, row and slice apart in the soft window. */
const content = (column: number, row: number, slice: number) => column * 2 + row - 100 + slice * 10;
const asked: Asked = { count: 4, plane: 'stored', window: 'file', seriesUid: null };
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

async function run(place: string, out: string, more: Partial<Asked> = {}) {
  const cases = [];
  const { signal } = new AbortController();
  for await (const one of sliceCases(place, out, { ...asked, ...more }, signal)) cases.push(one);
  return cases;
}
const recordOf = (out: string) =>
  slicesFileSchema.parse(JSON.parse(readFileSync(path.join(out, 'slices.json'), 'utf8')));

test('a DICOM series: slices by place, each with its own file and digest', async () => {
  const [root, out] = [folder(), folder()];
  // The order of names runs against the order of places.
  writeSeries(root, size, content, { nameOf: slice => `${String(99 - slice)}.dcm` });
  writeFileSync(path.join(root, 'notes.txt'), 'no picture');
  writeFileSync(path.join(root, 'other'), 'no picture either');
  const [done] = await run(root, out);
  expect(done!.status).toBe('sliced');
  const record = recordOf(out);
  expect(record.slices.map(({ index }) => index)).toEqual([10, 7, 4, 1]);
  expect(record.notes).toEqual([
    'files-left-out: 1 no DICOM',
    'spine-not-found: the whole range was taken',
  ]);
  expect(record.source).toMatchObject({ format: 'dicom', modality: 'CT', seriesUid: '2.25.77' });
  for (const { index, file, sha256, source, positionMm, window } of record.slices) {
    expect(hashOf(path.join(out, file))).toBe(sha256);
    expect(source).toEqual({
      path: `${99 - index}.dcm`,
      frame: 0,
      sha256: hashOf(path.join(root, `${99 - index}.dcm`)),
    });
    expect(positionMm).toEqual([0, 0, index * 2]);
    expect(window).toEqual({ name: 'file', center: 40, width: 400 });
    const pixels = await sharp(path.join(out, file)).toColourspace('b-w').raw().toBuffer();
    const shown = (column: number, row: number) =>
      ((content(column, row, index) + 160) / 400) * 255;
    for (const [column, row] of [
      [0, 0],
      [23, 0],
      [0, 19],
      [11, 7],
    ] as const)
      expect(Math.abs(pixels[row * 24 + column]! - Math.max(0, shown(column, row)))).toBeLessThan(
        0.51,
      );
  }
});

test('a volume of slices seen from the side comes from all of them', async () => {
  const [root, out] = [folder(), folder()];
  writeSeries(root, size, content);
  await run(root, out, { plane: 'sagittal' });
  const { slices, source, plane } = recordOf(out);
  expect(plane).toBe('sagittal');
  expect(source.files.length).toBe(12);
  expect(slices.every(slice => slice.source === null)).toBe(true);
  // Twelve slices of 2 mm, in pixels of 1 mm.
  expect(slices[0]!.size).toEqual([20, 24]);
});

test('the same volume as NIfTI and as DICOM gives the same pictures, and the same again each time', async () => {
  const [root, ...outs] = [folder(), folder(), folder(), folder()];
  writeSeries(path.join(root, 'a'), size, content);
  writeNifti(path.join(root, 'a.nii.gz'), size, content);
  await run(path.join(root, 'a'), outs[0]!, { window: 'soft' });
  await run(path.join(root, 'a'), outs[1]!, { window: 'soft' });
  expect(readFileSync(path.join(outs[0]!, 'slices.json'))).toEqual(
    readFileSync(path.join(outs[1]!, 'slices.json')),
  );
  await run(path.join(root, 'a.nii.gz'), outs[2]!, { window: 'file' });
  const [dicom, nifti] = [recordOf(outs[0]!), recordOf(outs[2]!)];
  expect(nifti.slices.map(({ index }) => index)).toEqual(dicom.slices.map(({ index }) => index));
  expect(nifti.source.files).toEqual([
    {
      path: 'a.nii.gz',
      bytes: statSync(path.join(root, 'a.nii.gz')).size,
      sha256: hashOf(path.join(root, 'a.nii.gz')),
    },
  ]);
});

test('of several series the largest is taken unless one is asked for', async () => {
  const [root, out] = [folder(), folder()];
  writeSeries(path.join(root), size, content, {
    seriesUid: '2.25.1',
    nameOf: slice => `a${slice}`,
  });
  writeSeries(path.join(root), [24, 20, 5], content, {
    seriesUid: '2.25.2',
    nameOf: slice => `b${slice}`,
  });
  await run(root, out);
  expect(recordOf(out)).toMatchObject({ source: { seriesUid: '2.25.1' }, rule: { available: 12 } });
  expect(recordOf(out).notes).toContain('other-series: 1 left out');
  await run(root, out, { seriesUid: '2.25.2' });
  expect(recordOf(out)).toMatchObject({ source: { seriesUid: '2.25.2' }, rule: { available: 5 } });
  const [missing] = await run(root, out, { seriesUid: '2.25.3' });
  expect(missing).toMatchObject({ status: 'rejected', error: { code: 'no-such-series' } });
});

test('low values of MONOCHROME1 are bright', async () => {
  const [root, out] = [folder(), folder()];
  const dark = () => -160;
  writeSeries(root, [4, 4, 1], dark, { modality: 'DX', photometric: 'MONOCHROME1' });
  await run(root, out);
  expect(recordOf(out)).toMatchObject({
    source: { modality: 'XR' },
    notes: ['fewer-slices: 1 of 4'],
  });
  const pixels = await sharp(path.join(out, 'slice-001.png')).toColourspace('b-w').raw().toBuffer();
  expect([...pixels]).toEqual(Array(16).fill(255));
});

test('a folder of cases: one after the other, what is broken told, what was done kept', async () => {
  const [root, out] = [folder(), folder()];
  writeNifti(path.join(root, 'sub-1/sub-1_ct.nii.gz'), size, content);
  writeNifti(path.join(root, 'two.nii'), size, content);
  writeSeries(path.join(root, 'series/inner'), size, content);
  writeFileSync(
    path.join(root, 'broken.nii.gz'),
    readFileSync(path.join(root, 'sub-1/sub-1_ct.nii.gz')).subarray(0, 500),
  );
  writeFileSync(path.join(root, 'no.mha'), 'ZHANG SAN');
  const first = await run(root, out, { window: 'mr' });
  const told = first.map(one => [
    path.relative(out, one.folder),
    one.status === 'rejected' ? one.error.code : one.status,
  ]);
  expect(told).toEqual([
    ['broken', 'picture-truncated'],
    ['no', 'no-volume'],
    ['series', 'sliced'],
    ['sub-1/sub-1_ct', 'sliced'],
    ['two', 'sliced'],
  ]);
  for (const one of first)
    if (one.status === 'rejected') expect(one.error.message).not.toContain('ZHANG');
  // Killed half way: a record without all of its pictures is none.
  rmSync(path.join(out, 'two/slice-002.png'));
  const before = statSync(path.join(out, 'series/slices.json')).mtimeMs;
  const again = await run(root, out, { window: 'mr' });
  expect(again.map(one => one.status)).toEqual(['rejected', 'rejected', 'kept', 'kept', 'sliced']);
  expect(statSync(path.join(out, 'series/slices.json')).mtimeMs).toBe(before);
  // Asked for otherwise, or of another file, it is done anew.
  expect(
    (await run(root, out, { window: 'mr', count: 3 })).map(one => one.status).slice(2),
  ).toEqual(['sliced', 'sliced', 'sliced']);
  expect(readdirSync(path.join(out, 'two')).filter(name => name.endsWith('.png')).length).toBe(3);
  writeNifti(path.join(root, 'two.nii'), [24, 20, 13], content);
  expect(
    (await run(root, out, { window: 'mr', count: 3 })).map(one => one.status).slice(2),
  ).toEqual(['kept', 'kept', 'sliced']);
});

test('a volume that breaks its process costs that volume alone', async () => {
  const [root, out] = [folder(), folder()];
  writeNifti(path.join(root, 'good.nii'), size, content);
  cpSync(path.join(root, 'good.nii'), path.join(root, 'huge.nii'));
  const huge = readFileSync(path.join(root, 'huge.nii'));
  for (const at of [42, 44, 46]) huge.writeInt16LE(32_000, at);
  writeFileSync(path.join(root, 'huge.nii'), huge);
  const done = await run(root, out, { window: 'mr' });
  expect(done.map(one => (one.status === 'rejected' ? one.error.code : one.status))).toEqual([
    'sliced',
    'picture-too-large',
  ]);
});

test('what differs by its ending alone has a folder of its own; a link is what it leads to', async () => {
  const [root, out] = [folder(), folder()];
  writeNifti(path.join(root, 'a.nii'), size, content);
  writeNifti(path.join(root, 'a.nii.gz'), size, content);
  writeNifti(path.join(root, 'b/c.nii'), size, content);
  writeSeries(path.join(root, 'b'), [4, 4, 3], content);
  const done = await run(root, out, { window: 'mr' });
  const names = done.map(one => path.relative(out, one.folder));
  expect(names).toEqual(['a.nii', 'a.nii.gz', 'b', 'b/c']);
  expect(done.every(one => one.status === 'sliced')).toBe(true);
  symlinkSync(path.join(root, 'a.nii'), path.join(root, 'link'));
  expect(await run(path.join(root, 'link'), out, { window: 'mr' })).toMatchObject([
    { status: 'sliced' },
  ]);
});

test('a file that claims more frames than there can be is left out', async () => {
  const [root, out] = [folder(), folder()];
  writeSeries(root, [4, 4, 3], content);
  const nameOf = () => 'liar';
  writeSeries(root, [4, 4, 1], content, { nameOf, more: [[0x00280008, 'IS', 2_000_000_000]] });
  await run(root, out);
  expect(recordOf(out).rule.available).toBe(3);
  expect(recordOf(out).notes).toContain('files-left-out: 1 damaged');
});

test('where there is nothing to slice is told at once', async () => {
  const root = folder();
  await expect(run(root, root)).rejects.toMatchObject({
    code: 'no-volume',
    mender: 'user',
    place: root,
  });
  await expect(run(path.join(root, 'nowhere'), root)).rejects.toMatchObject({ code: 'no-volume' });
});
