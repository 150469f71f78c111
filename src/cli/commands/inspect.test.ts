import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { makePicture } from '../../imaging/readers/dicom/testing/make-picture.ts';
import { bytesOf } from '../../imaging/readers/testing/bytes-of.ts';
import { makeMetaImage, metaFields } from '../../imaging/readers/testing/make-meta-image.ts';
import { makeNifti } from '../../imaging/readers/testing/make-nifti.ts';
import { makePng } from '../../imaging/readers/testing/make-png.ts';

const values = Int16Array.from({ length: 24 }, (_, at) => at * 100 - 700);
const sha256 = createHash('sha256').update(values).digest('hex');

function folderOf(files: Record<string, Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-inspect-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

const png = makePng({
  ...{ width: 3, height: 2, colourType: 0, channels: 1, bits: 16, isInterlaced: false },
  samples: [0, 1, 2, 3, 4, 65_535],
});

test('inspect says a line a file of a folder, in the published format', async () => {
  const huge = BigUint64Array.of(2n ** 64n - 1n, 2n ** 64n - 2n);
  const folder = folderOf({
    'a.nii.gz': gzipSync(makeNifti({ values })[0]!),
    'b/c.mhd': makeMetaImage(metaFields({ ElementDataFile: 'c.raw', Modality: 'MET_MOD_CT' })),
    'b/c.raw': bytesOf(values),
    'b/d.png': png,
    'e.nii': makeNifti({ values: huge, dims: [2] })[0]!,
    'f.nii': makeNifti({ values })[0]!.subarray(0, 380),
    '.DS_Store': Buffer.from('not a picture'),
  });
  const ran = await runSpinemed(['inspect', folder, '--json']);
  expect(ran.status).toBe(1);
  const lines = ran.stdout.trim().split('\n');
  const volume = {
    ...{ size: [4, 3, 2], spacingMm: [0.5, 0.75, 3], frames: 1, transferSyntax: null },
    values: { type: 'int16', min: -700, max: 1600, sum: 10_800, notFinite: 0, sha256 },
    ...{ channels: 1, rescale: { slope: 1, intercept: 0 }, window: null },
  };
  const found = lines.map(line => JSON.parse(line));
  expect(found).toMatchObject([
    {
      ...volume,
      ...{ file: path.join(folder, 'a.nii.gz'), format: 'nifti', modality: null },
      ...{ orientation: 'LAS', notes: ['orientation-assumed'], valueFiles: [] },
    },
    {
      ...volume,
      ...{ file: path.join(folder, 'b/c.mhd'), format: 'metaimage', modality: 'CT' },
      ...{ orientation: 'LPS', notes: [], valueFiles: ['c.raw'] },
    },
    {
      ...{ file: path.join(folder, 'b/d.png'), format: 'png', modality: null },
      ...{ size: [3, 2, 1], spacingMm: null, orientation: null, frames: 1, transferSyntax: null },
      values: { type: 'uint16', min: 0, max: 65_535, sum: 65_545 },
    },
    { format: 'nifti', values: { type: 'uint64' } },
    {
      file: path.join(folder, 'f.nii'),
      error: {
        code: 'picture-truncated',
        message: 'a picture file ends before its values do',
      },
    },
  ]);
  // Numbers past what JavaScript holds keep every digit.
  expect(lines[3]).toContain(
    '"min":18446744073709551614,"max":18446744073709551615,"sum":36893488147419103229,',
  );
  expect(Object.keys(found[0]).slice(0, 9)).toEqual([
    ...['file', 'format', 'modality', 'size', 'spacingMm', 'orientation', 'frames'],
    ...['transferSyntax', 'values'],
  ]);
});

test('inspect shows people a table, and what could not be read beside it', async () => {
  const folder = folderOf({ 'a.png': png, 'b.txt': Buffer.from('words') });
  const ran = await runSpinemed([
    'inspect',
    path.join(folder, 'a.png'),
    path.join(folder, 'b.txt'),
  ]);
  expect(ran.status).toBe(1);
  const [head, row] = ran.stdout.split('\n');
  expect(head).toMatch(/^file +format +modality +size/);
  expect(row).toContain('3 × 2 × 1');
  expect(row).toContain('uint16, 0 to 65535');
  expect(ran.stderr).toContain('b.txt: picture-format-unknown: a file is no picture');
  expect(ran.stderr).toContain('2 files = 1 read + 1 that could not be read');
});

test('inspect of a folder of a series says a line a file', async () => {
  const slice = (nth: number) =>
    makePicture({
      ...{ syntax: '1.2.840.10008.1.2.2', columns: 4, rows: 6, bitsAllocated: 16, signed: true },
      pixels: bytesOf(values, 'big'),
      more: [
        [0x00080060, 'CS', 'CT'],
        [0x00200032, 'DS', `0\\0\\${nth}`],
        [0x00200037, 'DS', '1\\0\\0\\0\\1\\0'],
        [0x00280030, 'DS', '0.5\\0.25'],
      ],
    });
  const folder = folderOf({ IM0001: slice(1), IM0002: slice(2), 'sub/IM0003.dcm': slice(3) });
  const ran = await runSpinemed(['inspect', folder, '--json']);
  expect(ran.status).toBe(0);
  const found = linesOf(ran.stdout);
  const said = {
    ...{ format: 'dicom', modality: 'CT', size: [4, 6, 1], spacingMm: [0.25, 0.5, null] },
    ...{ orientation: 'LPS', frames: 1, transferSyntax: '1.2.840.10008.1.2.2' },
    values: { type: 'int16', min: -700, max: 1600, sum: 10_800, sha256 },
  };
  const names = ['IM0001', 'IM0002', 'sub/IM0003.dcm'];
  expect(found).toMatchObject(names.map(name => ({ ...said, file: path.join(folder, name) })));
});

test('inspect of nothing, or of what is not there, is a mistake in the call', async () => {
  expect((await runSpinemed(['inspect'])).status).toBe(2);
  const gone = await runSpinemed(['inspect', 'gone.nii', '--json']);
  expect([gone.status, gone.stdout]).toEqual([2, '']);
  expect(gone.stderr).toContain('no-such-file: there is no such file or folder (gone.nii).');
});

const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

test('inspect reads what is there beside what is not, and says so', async () => {
  const folder = folderOf({ 'a.png': png });
  const [a, gone] = [path.join(folder, 'a.png'), path.join(folder, 'gone.png')];
  const ran = await runSpinemed(['inspect', gone, a, '--json']);
  expect([ran.status, ran.stderr]).toEqual([1, '']);
  expect(linesOf(ran.stdout)).toMatchObject([
    { file: gone, error: { code: 'no-such-file', message: 'there is no such file or folder' } },
    { file: a, format: 'png' },
  ]);
});

test('inspect of a folder tells of links and pipes that are no files, and of nothing at all', async () => {
  const folder = folderOf({ 'a.png': png });
  mkdirSync(path.join(folder, 'empty'));
  execFileSync('mkfifo', [path.join(folder, 'pipe.dcm')]);
  symlinkSync('nowhere', path.join(folder, 'dangling.dcm'));
  symlinkSync('.', path.join(folder, 'loop'));
  symlinkSync('a.png', path.join(folder, 'link.png'));
  const ran = await runSpinemed(['inspect', folder, path.join(folder, 'empty'), '--json']);
  expect(ran.status).toBe(1);
  const notAFile = (kind: string) => ({
    error: { code: 'not-a-file', message: `${kind} is not read as a file` },
  });
  expect(linesOf(ran.stdout)).toMatchObject([
    { file: path.join(folder, 'a.png'), format: 'png' },
    { file: path.join(folder, 'dangling.dcm'), ...notAFile('a link that leads nowhere') },
    { file: path.join(folder, 'link.png'), format: 'png' },
    { file: path.join(folder, 'loop'), ...notAFile('a link to a folder') },
    { file: path.join(folder, 'pipe.dcm'), ...notAFile('a pipe') },
    { file: path.join(folder, 'empty'), error: { code: 'folder-empty' } },
  ]);
  const pipe = await runSpinemed(['inspect', path.join(folder, 'pipe.dcm')]);
  expect([pipe.status, pipe.stdout]).toEqual([2, '']);
  expect(pipe.stderr).toContain('not-a-file: a pipe is not read as a file (');
});
