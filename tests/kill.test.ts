import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Recipe } from '../src/store/index.ts';
import { runRecipe } from '../src/store/index.ts';
import { throwawayStore } from './throwaway-store.ts';

const root = path.dirname(import.meta.dirname);
const items = 2000;
const kills = 20;
const itemMs = 30;
const slotsAWorker = 2;

/** A recipe file such as a user would write: every item leaves a line in a file. */
function recipeText(record: string): string {
  const from = (place: string) => JSON.stringify(path.join(root, place));
  return `
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from ${from('node_modules/zod/index.js')};
import { defineCollector, defineRecipe, defineStage, made } from ${from('src/store/index.ts')};
const number = { name: 'number', schema: z.object({ n: z.number() }) };
const source = { kind: 'test', class: 'public', title: 'numbers', origin: 'test' };
const count = defineCollector({
  name: 'count', version: 1, makes: [number], settings: z.object({}), rejects: [],
  async *offers() {
    yield { key: 'all', source, collect: async () => Array.from({ length: ${items} }, (_, n) => made(number, { n })) };
  },
});
const leaveMark = defineStage({
  name: 'leave-mark', version: 1, takes: number, makes: [number], settings: z.object({}), rejects: [], batch: 100,
  async each({ data }) {
    await sleep(${itemMs});
    appendFileSync(${JSON.stringify(record)}, data.n + '\\n');
    return made(number, data);
  },
});
export default defineRecipe({ name: 'marks', about: '', steps: [count({}), leaveMark()] });
`;
}

test(`workers killed at ${kills} random moments lose nothing and count nothing twice`, {
  timeout: 240_000,
}, async () => {
  await using opened = await throwawayStore();
  const recipeFile = path.join(opened.folder, 'marks.ts');
  const record = path.join(opened.folder, 'marks.txt');
  writeFileSync(record, '');
  writeFileSync(recipeFile, recipeText(record));
  const recipe: Recipe = (await import(recipeFile)).default;

  const start = () =>
    spawn(
      path.join(root, 'spinemed'),
      ['worker', '--recipe', recipeFile, '--concurrency', String(slotsAWorker)],
      {
        env: opened.environment,
        stdio: 'ignore',
      },
    );
  const workers: ChildProcess[] = [start(), start()];
  onTestFinished(() => {
    for (const worker of workers) worker.kill('SIGKILL');
  });
  let finished = false;
  const build = runRecipe(opened.store, recipe, {
    signal: new AbortController().signal,
    logDefect() {},
  }).finally(() => {
    finished = true;
  });
  // Wait for the first mark, so that the kills fall into the work.
  while (readFileSync(record, 'utf8') === '') await sleep(20);
  let killedInTheWork = 0;
  for (let kill = 0; kill < kills; kill++) {
    await sleep(50 + Math.random() * 900);
    const at = Math.floor(Math.random() * workers.length);
    if (!finished) killedInTheWork++;
    workers[at]!.kill('SIGKILL');
    workers[at] = start();
  }
  const [, marks] = await build;
  for (const worker of workers) worker.kill('SIGTERM');

  expect(killedInTheWork).toBe(kills);
  expect(marks).toMatchObject({ in: items, out: items, rejects: 0, waiting: 0, made: items });
  const lines = readFileSync(record, 'utf8').trim().split('\n').map(Number);
  expect(new Set(lines).size).toBe(items);
  // At most what was in flight: an item a slot, and what was finished since the last write.
  const inFlight = kills * slotsAWorker * (1 + Math.ceil((250 + 150) / itemMs));
  expect(lines.length - items).toBeLessThanOrEqual(inFlight);

  const verified = spawnSync(path.join(root, 'spinemed'), ['verify'], {
    env: opened.environment,
    encoding: 'utf8',
  });
  expect([verified.status, verified.stdout.trim()]).toEqual([0, expect.stringContaining('sound')]);
});
