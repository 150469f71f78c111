import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { choiceItem } from '../scoring/made-up-benchmark.ts';
import { answerLine, madeOf } from './answer-line.ts';
import { compareRuns } from './compare-runs.ts';

const root = mkdtempSync(path.join(tmpdir(), 'spinemed-compare-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const items = ['a', 'b', 'c', 'd'].map(id => ({ ...choiceItem(id), question: 'Which?' }));

/** A run as a directory, whoever made it. */
function run(name: string, letters: string, { picked = items, sha = '0' } = {}): string {
  const folder = path.join(root, name);
  mkdirSync(folder);
  const model = { name, provider: 'p', model: name, baseUrl: null, parameters: {}, method: null };
  const asked = {
    form: 1,
    software: { name: 'spinemed', version: '0' },
    startedAt: '2026-01-01T00:00:00Z',
    benchmark: {
      ...{ name: 'b', file: 'b.jsonl', folder: '/', sha256: sha.repeat(64) },
      ...{ items: picked.length, of: 4 },
    },
    picked: { limit: null, sample: null, seed: null },
    ...{ repeats: 1, model, judges: [], judgements: 1, extractor: null, prompts: {} },
  };
  writeFileSync(path.join(folder, 'run.json'), JSON.stringify(asked));
  const write = (file: string, lines: object[]) =>
    writeFileSync(path.join(folder, file), lines.map(line => `${JSON.stringify(line)}\n`).join(''));
  write('benchmark.jsonl', picked);
  write(
    'answers.jsonl',
    picked.map((item, at) =>
      answerLine(
        {
          ...{ id: '', call: crypto.randomUUID(), step: 'contestant', repeat: 0, attempt: 1 },
          ...{ model: name, provider: 'p', baseUrl: null, modelId: name, promptVersion: '' },
          ...{ class: 'licensed', from: madeOf(item.id, 0), status: 'answered' },
          ...{ text: `The answer is ${letters[at]}.`, finish: 'stop', latencyMs: 1, error: null },
          tokens: { input: null, cachedInput: null, output: null },
          ...{ costUsd: null, atMostUsd: null, at: '2026-01-01T00:00:00Z' },
          request: { parameters: {} },
        },
        item,
      ),
    ),
  );
  return folder;
}

test('pairs two runs item by item, and names what flipped', async () => {
  const comparison = await compareRuns(run('one', 'AABA'), run('two', 'ABAA'));
  expect(comparison).toMatchObject({ first: 'one', second: 'two', items: 4, unpaired: 0 });
  expect(comparison.parts.text).toMatchObject({
    n: 4,
    difference: { first: 75, second: 75, value: 0 },
    flipped: { onlyFirst: ['b'], onlySecond: ['c'] },
  });
});

test('refuses runs of other items', async () => {
  const one = run('whole', 'AAAA');
  const fewer = run('fewer', 'AAA', { picked: items.slice(1) });
  await expect(compareRuns(one, fewer)).rejects.toMatchObject({ code: 'runs-differ' });
  const other = run('other', 'AAAA', { sha: '1' });
  await expect(compareRuns(one, other)).rejects.toThrow('the benchmarks differ');
});
