import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runSpinemed } from '../../../../tests/run-spinemed.ts';
import { productFolder } from '../../../config/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-bench-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = path.join(productFolder, 'sample', 'benchmark', 'spinebench-sample.jsonl');

test('runs the sample benchmark offline, whole, and says who answered', async () => {
  const out = path.join(folder, 'offline');
  const ran = await runSpinemed(['bench', 'run', sample, '--model', 'offline', '--out', out]);
  expect(ran.status).toBe(0);
  expect(ran.stdout).toContain('SpineBench sample: offline');
  expect(ran.stdout).toContain('a classical method, not a model');
  const scores = JSON.parse(readFileSync(path.join(out, 'scores.json'), 'utf8'));
  const items = readFileSync(sample, 'utf8').trimEnd().split('\n').length;
  const { text, image, report } = scores.parts;
  expect(text.n + image.n + report.n).toBe(items);
  expect([text.answered, image.answered, report.scored]).toEqual([text.n, image.n, report.n]);

  const page = path.join(folder, 'report.html');
  const told = await runSpinemed(['bench', 'report', out, '--out', page]);
  expect(told.status).toBe(0);
  expect(existsSync(page)).toBe(true);
});
