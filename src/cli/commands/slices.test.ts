import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { writeNifti, writeSeries } from '../../imaging/slices/testing/write-volume.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'spinemed-slices-cli-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}
const content = (column: number, row: number, slice: number) => column + row + slice;

test('one volume: its slices and their record lie in the folder itself', async () => {
  const root = folder();
  const out = path.join(root, 'out');
  writeNifti(path.join(root, 'mr.nii.gz'), [16, 16, 40], content);
  const ran = await runSpinemed(['slices', path.join(root, 'mr.nii.gz'), '--out', out]);
  expect([ran.status, ran.stdout]).toEqual([0, '']);
  expect(ran.stderr).toContain('mr.nii.gz: 25 of 40 slices, axial, whole range, in ');
  expect(ran.stderr).toContain('modality-assumed: MRI');
  expect(readdirSync(out).length).toBe(26);
});

test('a folder of cases: counts as JSON, exit code 1 where one was rejected', async () => {
  const root = folder();
  writeNifti(path.join(root, 'cases/a.nii'), [8, 8, 8], content);
  writeFileSync(path.join(root, 'cases/b.nii'), 'nothing');
  const args = [
    'slices',
    path.join(root, 'cases'),
    '--count',
    '3',
    '--out',
    path.join(root, 'out'),
    '--json',
  ];
  const ran = await runSpinemed(args);
  expect(ran.status).toBe(1);
  const printed = JSON.parse(ran.stdout);
  expect(printed.totals).toEqual({
    ...{ in: 2, sliced: 1, kept: 0, rejected: 1, masks: 0, withDamage: 0 },
  });
  expect(printed.cases[0]).toMatchObject({ status: 'sliced', slices: 3, plane: 'axial' });
  expect(printed.cases[1]).toMatchObject({ status: 'rejected', error: { code: 'no-volume' } });
});

test('a damaged file of a series is named, and the exit code is 1', async () => {
  const root = folder();
  const series = path.join(root, 'series');
  writeSeries(series, [8, 8, 8], content);
  truncateSync(path.join(series, 'IM3'), statSync(path.join(series, 'IM3')).size - 4);
  const args = ['slices', series, '--count', '8', '--out', path.join(root, 'out')];
  const first = await runSpinemed(args);
  expect([first.status, first.stdout]).toEqual([1, '']);
  expect(first.stderr).toContain('7 of 7 slices');
  expect(first.stderr).toContain('damaged file left out: IM3 (dicom-cut)');
  const again = await runSpinemed([...args, '--json']);
  expect(again.status).toBe(1);
  expect(JSON.parse(again.stdout).totals).toMatchObject({ kept: 1, withDamage: 1 });
});

test.runIf(process.platform === 'linux')('--out where no folder can be', async () => {
  const root = folder();
  writeNifti(path.join(root, 'a.nii'), [8, 8, 8], content);
  const ran = await runSpinemed(['slices', path.join(root, 'a.nii'), '--out', '/proc/none/deep']);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain('lets nobody make a folder there (/proc/none)');
});

test.each([
  [['nowhere.nii', '--out', 'x'], 'no-volume: there is no volume to slice (nowhere.nii). '],
  [['x.nii', '--out', 'x', '--count', '0'], 'whole number from 1 to 1000'],
  [['x.nii', '--out', 'x', '--window', 'lung'], 'bone, soft, mr, file'],
  [['x.nii', '--out', 'x', '--plane', 'oblique'], 'stored, sagittal, axial, coronal'],
  [['x.nii'], '--out'],
])('a mistake in the call is one line: %j', async (args, says) => {
  const ran = await runSpinemed(['slices', ...args], { cwd: folder() });
  expect([ran.status, ran.stdout]).toEqual([2, '']);
  expect(ran.stderr).toMatch(/^spinemed: [a-z-]+: [^\n]+\n$/);
  expect(ran.stderr).toContain(says);
});
