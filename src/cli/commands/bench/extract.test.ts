import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runSpinemed } from '../../../../tests/run-spinemed.ts';
import { startSimulator } from '../../../models/simulator/index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { A: 'Fusion', B: 'Decompression' };
const line = (id: string, response: string, task = 'mcq') =>
  JSON.stringify({ id, task, options, response });

function file(name: string, ...lines: string[]): string {
  const full = path.join(folder, name);
  writeFileSync(full, `${lines.join('\n')}\n`);
  return full;
}

test('prints a JSON line a response, in order, and the counts beside it', async () => {
  const given = file(
    'good.jsonl',
    `\ufeff${line('1', 'The answer is B.')}`,
    '',
    line('2', '抱歉，无法判断。'),
    line('3', '答案：AB', 'mcq-multi'),
  );
  const ran = await runSpinemed(['bench', 'extract', given]);
  expect(ran.stdout.trimEnd().split('\n')).toEqual([
    '{"id":"1","status":"parsed","answer":["B"],"rule":"announced-letter"}',
    '{"id":"2","status":"unparseable","answer":[],"rule":"refused"}',
    '{"id":"3","status":"parsed","answer":["A","B"],"rule":"announced-letter"}',
  ]);
  expect(ran.stderr).toBe('3 responses: 2 parsed, 1 unparseable\n');
  expect(ran.status).toBe(0);
});

test('writes into a file, whole or not at all', async () => {
  const out = path.join(folder, 'out.jsonl');
  const bad = file('half.jsonl', line('1', 'B'), '{"id":');
  const failed = await runSpinemed(['bench', 'extract', bad, '--out', out]);
  expect(failed.status).toBe(2);
  expect(failed.stderr).toMatch(/^spinemed: json-invalid: .*half\.jsonl:2\)\. Write one/);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(folder).filter(name => name.includes('.part'))).toEqual([]);

  const ran = await runSpinemed([
    'bench',
    'extract',
    file('b.jsonl', line('1', 'B')),
    '--out',
    out,
  ]);
  expect([ran.status, ran.stdout]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ id: '1', answer: ['B'] });
});

test('a call that cannot be served gives 2 and says what to do', async () => {
  const report = file('report.jsonl', line('1', 'Findings', 'report'));
  const [missing, reports, noFolder] = await Promise.all([
    runSpinemed(['bench', 'extract', path.join(folder, 'none.jsonl')]),
    runSpinemed(['bench', 'extract', report]),
    runSpinemed(['bench', 'extract', report, '--out', path.join(folder, 'no', 'out.jsonl')]),
  ]);
  expect([missing.status, reports.status, noFolder.status]).toEqual([2, 2, 2]);
  expect(missing.stderr).toContain('file-unreadable');
  expect(reports.stderr).toMatch(/task-without-letters.*report\.jsonl:1/);
  expect(noFolder.stderr).toContain('folder-missing');
});

test('a file larger than the heap passes through it', { timeout: 300_000 }, async () => {
  // 130 MB of lines: held in memory they would not fit.
  const others = 'x'.repeat(6000);
  const lines = Array.from({ length: 20_000 }, (_, at) =>
    JSON.stringify({ id: `${at}`, task: 'mcq', options, response: 'The answer is B.', others }),
  );
  const environment = { ...process.env, NODE_OPTIONS: '--max-old-space-size=96' };
  const out = path.join(folder, 'many-out.jsonl');
  const given = file('many.jsonl', ...lines);
  const ran = await runSpinemed(['bench', 'extract', given, '--out', out], { environment });
  expect(ran.stderr).toBe('20000 responses: 20000 parsed, 0 unparseable\n');
  expect(ran.status).toBe(0);
});

test('with a model, what no rule can read is asked for, kept apart, and never asked twice', async () => {
  const simulator = await startSimulator({ seed: 3 });
  const given = file(
    'free.jsonl',
    line('1', 'The answer is B.'),
    line('2', 'One would open the canal here, by all that is known.'),
    line('3', 'Hard to say; the canal is narrow.'),
  );
  const out = path.join(folder, 'free-out.jsonl');
  const args = ['bench', 'extract', given, '--out', out, '--model', 'reader'];
  const ran = await runSpinemed([...args, '--base-url', `${simulator.url}/v1`]);
  expect(ran.stderr).toMatch(/^3 responses: 1 parsed, \d read by reader, \d unparseable\n$/);
  const asked = simulator.ledger().totals.requests;
  expect(asked).toBeGreaterThanOrEqual(2);
  const found = readFileSync(out, 'utf8');
  expect(
    found
      .trimEnd()
      .split('\n')
      .map(each => JSON.parse(each).id),
  ).toEqual(['1', '2', '3']);
  await runSpinemed([...args, '--base-url', `${simulator.url}/v1`]);
  expect(simulator.ledger().totals.requests).toBe(asked);
  expect(readFileSync(out, 'utf8')).toBe(found);

  // A patient's words stay inside whatever the model is called.
  const clinical = file(
    'clinical.jsonl',
    JSON.stringify({ ...JSON.parse(line('1', 'As one would.')), source: 'hospital' }),
  );
  const refused = await runSpinemed(['bench', 'extract', clinical, '--model', 'openai/gpt-4o']);
  expect(refused.stdout).toBe(
    '{"id":"1","status":"unparseable","answer":[],"rule":"none-found"}\n',
  );
  await simulator.close();
});
