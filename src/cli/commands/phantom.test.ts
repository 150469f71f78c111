import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-phantom-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const call = (...args: string[]) => runSpinemed(['phantom', ...args]);

test('writes whole cases, keeps them, and makes again alike what was cut off', {
  timeout: 120_000,
}, async () => {
  const out = path.join(newFolder(), 'phantoms');
  const args = ['--out', out, '--cases', '2', '--seed', '3', '--resolution', '8', '--json'];
  const first = await call(...args);
  expect([first.status, JSON.parse(first.stdout)]).toEqual([
    0,
    { out, made: 2, kept: 0, datasets: [] },
  ]);
  const folder = path.join(out, 'case-0001');
  const names = readdirSync(folder);
  for (const name of ['ct', 't1', 't2', 't2-axial']) {
    expect(names).toEqual(expect.arrayContaining([name, `${name}.nii.gz`, `${name}.mha`]));
    expect(readdirSync(path.join(folder, name)).length).toBeGreaterThan(5);
  }
  expect(names).toEqual(
    expect.arrayContaining(['ap.png', 'ap.dcm', 'lateral.png', 'ct-mask.nii.gz', 'overview.png']),
  );
  const ct = readFileSync(path.join(folder, 'ct.nii.gz'));
  rmSync(path.join(folder, 'truth.json'));
  rmSync(path.join(folder, 'ct.nii.gz'));
  const second = await call(...args);
  expect(JSON.parse(second.stdout)).toMatchObject({ made: 1, kept: 1 });
  expect(readFileSync(path.join(folder, 'ct.nii.gz')).equals(ct)).toBe(true);
  for (const [option, value] of [
    ['--seed', '4'],
    ['--resolution', '9'],
  ] as const) {
    const { status, stderr } = await call(...args, option, value);
    expect([status, stderr]).toEqual([2, expect.stringContaining('phantom-of-another-seed')]);
  }
  expect(readFileSync(path.join(folder, 'ct.nii.gz')).equals(ct)).toBe(true);
});

test('lays cases out as a dataset, with the truth a line each', { timeout: 120_000 }, async () => {
  const out = newFolder();
  const args = ['--out', out, '--cases', '2', '--seed', '3', '--resolution', '8'];
  const { status } = await call(...args, '--layout', 'buu');
  expect(status).toBe(0);
  const pictures = readdirSync(path.join(out, 'AP')).filter(name => name.endsWith('.jpg'));
  expect(pictures).toHaveLength(2);
  const truth = readFileSync(path.join(out, 'truth.jsonl'), 'utf8').trim().split('\n');
  expect(truth.map(line => JSON.parse(line).region)).toEqual(['lumbar', 'lumbar']);
});

test.runIf(process.platform === 'linux')('a folder that cannot be', async () => {
  const { status, stderr } = await call('--out', '/proc/none/deep');
  expect([status, stderr]).toEqual([2, expect.stringContaining('no-folder-there')]);
});

test('says what is wrong with a call', { timeout: 60_000 }, async () => {
  const out = newFolder();
  for (const [args, message] of [
    [['--out', out, '--cases', '0'], /from 1 to 100000/],
    [['--out', out, '--resolution', '0.1'], /from 0\.4 to 10/],
    [['--out', out, '--seed', 'x'], /from 0 to 1000000/],
    [['--out', out, '--layout', 'other'], /no such layout.*verse/],
    [[], /--out/],
  ] as const) {
    const { status, stderr } = await call(...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  }
});
