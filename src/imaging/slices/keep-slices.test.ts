import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sliceCases } from './slice-cases.ts';
import { writeNifti, writeSeries } from './testing/write-volume.ts';

const size = [12, 10, 8] as const;
const bright = (column: number, row: number, slice: number) => 100 * slice + column + row;
const dark = (column: number, row: number, slice: number) => 700 - bright(column, row, slice);

function places() {
  const root = mkdtempSync(path.join(tmpdir(), 'spinemed-keep-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const out = path.join(root, 'out');
  return { root, out, at: (name: string) => path.join(root, name) };
}

async function run(place: string, out: string, count = 3) {
  const said: string[] = [];
  const asked = { count, plane: 'stored', window: 'mr', seriesUid: null } as const;
  for await (const one of sliceCases(place, out, asked, new AbortController().signal))
    said.push(one.status === 'rejected' ? one.error.code : one.status);
  return said;
}
const pictures = (out: string) =>
  readdirSync(out)
    .filter(name => name.endsWith('.png'))
    .sort();

test('slices of another volume are never taken for these, however alike the files are', async () => {
  const { out, at } = places();
  writeNifti(at('a.nii'), size, bright);
  writeNifti(at('other/a.nii'), size, dark);
  expect(await run(at('a.nii'), out, 5)).toEqual(['sliced']);
  const first = readFileSync(path.join(out, 'slice-001.png'));
  expect(await run(at('other/a.nii'), out)).toEqual(['sliced']);
  expect(readFileSync(path.join(out, 'slice-001.png'))).not.toEqual(first);
  expect(pictures(out)).toEqual(['slice-001.png', 'slice-002.png', 'slice-003.png']);
  expect(await run(at('other/a.nii'), out)).toEqual(['kept']);
});

test('two series whose files have the same names and sizes', async () => {
  const { out, at } = places();
  writeSeries(at('a'), size, bright);
  writeSeries(at('b'), size, dark);
  expect(await run(at('a'), out)).toEqual(['sliced']);
  expect(await run(at('b'), out)).toEqual(['sliced']);
  expect(await run(at('b'), out)).toEqual(['kept']);
  // In its place, with all its times as they were.
  renameSync(at('b'), at('c'));
  cpSync(at('a'), at('b'), { recursive: true, preserveTimestamps: true });
  expect(await run(at('b'), out)).toEqual(['sliced']);
});

test('a file written anew in a folder of cases, as large and as old as it was', async () => {
  const { out, at } = places();
  writeNifti(at('cases/a.nii'), size, bright);
  writeNifti(at('cases/b.nii'), size, bright);
  expect(await run(at('cases'), out)).toEqual(['sliced', 'sliced']);
  const { atime, mtime } = statSync(at('cases/b.nii'));
  writeNifti(at('cases/b.nii'), size, dark);
  utimesSync(at('cases/b.nii'), atime, mtime);
  expect(await run(at('cases'), out)).toEqual(['kept', 'sliced']);
});

test('one file under two names: the record speaks of the one that was asked for', async () => {
  const { out, at } = places();
  writeNifti(at('a.nii'), size, bright);
  linkSync(at('a.nii'), at('b.nii'));
  expect(await run(at('a.nii'), out)).toEqual(['sliced']);
  expect(await run(at('b.nii'), out)).toEqual(['sliced']);
  expect(JSON.parse(readFileSync(path.join(out, 'slices.json'), 'utf8')).source.path).toBe('b.nii');
});

test('the file that a header leads to belongs to it', async () => {
  const { out, at } = places();
  mkdirSync(at('x'));
  const header = 'NDims = 3\nDimSize = 4 4 4\nElementType = MET_UCHAR\nElementDataFile = a.raw\n';
  writeFileSync(at('x/a.mhd'), header);
  writeFileSync(at('x/a.raw'), Buffer.alloc(64, 7));
  expect(await run(at('x/a.mhd'), out)).toEqual(['sliced']);
  expect(await run(at('x/a.mhd'), out)).toEqual(['kept']);
  writeFileSync(at('x/a.raw'), Buffer.alloc(64, 9));
  expect(await run(at('x/a.mhd'), out)).toEqual(['sliced']);
});

test('a picture that was changed since is made anew', async () => {
  const { out, at } = places();
  writeNifti(at('a.nii'), size, bright);
  await run(at('a.nii'), out);
  writeFileSync(path.join(out, 'slice-002.png'), 'scribble');
  expect(await run(at('a.nii'), out)).toEqual(['sliced']);
});

test('a picture that is not ours is never written over, nor one that a false record names', async () => {
  const { root, out, at } = places();
  writeNifti(at('a.nii'), size, bright);
  mkdirSync(out);
  writeFileSync(path.join(out, 'slice-001.png'), 'a photo');
  expect(await run(at('a.nii'), out)).toEqual(['slices-not-ours']);
  expect(readFileSync(path.join(out, 'slice-001.png'), 'utf8')).toBe('a photo');
  rmSync(path.join(out, 'slice-001.png'));
  writeFileSync(at('keep.txt'), 'mine');
  const record = { format: 'spinemed-slices', slices: [{ file: '../keep.txt' }] };
  writeFileSync(path.join(out, 'slices.json'), JSON.stringify(record));
  expect(await run(at('a.nii'), out)).toEqual(['sliced']);
  expect(existsSync(path.join(root, 'keep.txt'))).toBe(true);
});

test('what a killed run was writing is its own', async () => {
  const { out, at } = places();
  writeNifti(at('a.nii'), size, bright);
  await run(at('a.nii'), out);
  renameSync(path.join(out, 'slices.json'), path.join(out, 'slices.json.part'));
  rmSync(path.join(out, 'slice-003.png'));
  expect(await run(at('a.nii'), out, 2)).toEqual(['sliced']);
  expect(readdirSync(out).sort()).toEqual(['slice-001.png', 'slice-002.png', 'slices.json']);
});

test('masks are left out where a list of their labels stands beside them, and only there', async () => {
  const { out, at } = places();
  for (const name of ['p/ct.nii', 'p/ct-mask.nii', 'q/ct-mask.nii'])
    writeNifti(at(`cases/${name}`), size, bright);
  writeFileSync(at('cases/p/mask-labels.json'), '{}');
  expect(await run(at('cases'), out)).toEqual(['sliced', 'mask', 'sliced']);
  expect(existsSync(path.join(out, 'p/ct-mask'))).toBe(false);
});
