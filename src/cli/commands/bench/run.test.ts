import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runSpinemed } from '../../../../tests/run-spinemed.ts';
import { productFolder } from '../../../config/index.ts';
import { startSimulator } from '../../../models/simulator/index.ts';

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

test('Ctrl-C ends in order and says that the same command goes on', async () => {
  const simulator = await startSimulator({ seed: 'ctrl-c', latency: '300' });
  const out = path.join(folder, 'stopped');
  const main = path.join(productFolder, 'src', 'cli', 'main.ts');
  const args = ['bench', 'run', sample, '--model', 'm', '--base-url', `${simulator.url}/v1`];
  const running = spawn(process.execPath, [main, ...args, '--concurrency', '1', '--out', out]);
  let said = '';
  running.stderr.on('data', chunk => {
    said += chunk;
  });
  while (simulator.ledger().totals.requests < 2 && running.exitCode === null)
    await new Promise(resolve => setTimeout(resolve, 50));
  running.kill('SIGINT');
  const [code] = await once(running, 'close');
  expect(code).toBe(130);
  expect(said).toContain('the same command goes on');
  await simulator.close();
}, 60_000);

test('a file in place of the folder is one line and 2', async () => {
  const { status, stderr } = await runSpinemed([
    'bench',
    'run',
    sample,
    '--model',
    'offline',
    '--out',
    sample,
  ]);
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^spinemed: out-is-a-file: .*\n$/)]);
});
