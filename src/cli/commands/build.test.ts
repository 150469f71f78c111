import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runSpinemed, startSpinemed } from '../../../tests/run-spinemed.ts';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { productFolder } from '../../config/index.ts';

const items = 60;

/** A recipe such as a user would write: it counts, slowly, and leaves a mark for each. */
function recipeText(record: string): string {
  const from = (place: string) => JSON.stringify(path.join(productFolder, place));
  return `
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from ${from('node_modules/zod/index.js')};
import { defineCollector, defineRecipe, defineStage, made, reject } from ${from('src/store/index.ts')};
const number = { name: 'number', schema: z.object({ n: z.number() }) };
const count = defineCollector({
  name: 'count', version: 1, makes: [number], settings: z.object({}), rejects: [],
  async *offers() {
    yield { key: 'all', source: { kind: 'test', class: 'public', title: 'numbers', origin: 'test' },
      collect: async () => Array.from({ length: ${items} }, (_, n) => made(number, { n })) };
  },
});
const mark = defineStage({
  name: 'mark', version: 1, takes: number, makes: [number], settings: z.object({}), rejects: ['odd-one'],
  batch: 10,
  async each({ data }) {
    await sleep(25);
    appendFileSync(${JSON.stringify(record)}, data.n + '\\n');
    return data.n === 7 ? reject('odd-one') : made(number, data);
  },
});
export default defineRecipe({ name: 'marks', about: '', steps: [count({}), mark()] });
`;
}

test('build does the work once; its results are on standard output, its progress is not', async () => {
  await using opened = await throwawayStore({ sample: true });
  const { environment } = opened;
  const first = await runSpinemed(['build', '--json'], { environment });
  const { recipe, steps } = JSON.parse(first.stdout);
  expect([first.status, recipe]).toEqual([0, 'sample']);
  expect(steps.map((step: { stage: string }) => step.stage).slice(0, 2)).toEqual([
    'collect-folder',
    'collect-converter-documents',
  ]);
  expect(first.stderr).toMatch(/^1\/\d+ collect-folder: /m);

  const second = await runSpinemed(['build', 'sample', '--json'], { environment });
  expect(JSON.parse(second.stdout)).toEqual({ recipe, steps });
  const plain = await runSpinemed(['build'], { environment });
  expect(plain.stdout).toMatch(/^stage +in +out +rejects +waiting +made\n/);
});

test('a rejected input makes the exit code 1, and status says why', async () => {
  await using opened = await throwawayStore();
  const { environment, folder } = opened;
  writeFileSync(path.join(folder, 'sources', 'noise.bin'), Buffer.from([0, 1, 2, 0, 255]));
  const built = await runSpinemed(['build', '--json'], { environment });
  expect(built.status).toBe(1);
  const { recipe, steps } = JSON.parse(built.stdout);
  expect(recipe).toBe('corpus');
  expect(steps.find((step: { stage: string }) => step.stage === 'identify')).toMatchObject({
    in: 1,
    out: 0,
    rejects: 1,
  });
  const status = await runSpinemed(['status'], { environment });
  expect(status.stdout).toContain('identify rejected 1: unknown-format');
});

test('an unknown recipe is told which there are', async () => {
  await using opened = await throwawayStore();
  const { environment } = opened;
  // An empty variable in a script is not the wish for the usual recipe.
  for (const name of ['sampel', '']) {
    const ran = await runSpinemed(['build', name], { environment });
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(/^spinemed: no-such-recipe: [^\n]+sample[^\n]+\n$/);
  }
});

test('Ctrl-C ends a build in good order; a worker goes on with it, and the same command finishes it', async () => {
  await using opened = await throwawayStore();
  const { environment, folder, store } = opened;
  const record = path.join(folder, 'marks.txt');
  writeFileSync(record, '');
  writeFileSync(path.join(folder, 'marks.ts'), recipeText(record));
  // A recipe of one's own beside the workspace's file, wherever one stands.
  writeFileSync(path.join(folder, 'spinemed.yaml'), 'name: marks\nrecipe: marks.ts\n');
  const marks = () => readFileSync(record, 'utf8').trim().split('\n').filter(Boolean).map(Number);
  const marked = async (count: number) => {
    while (marks().length < count) await new Promise(resolve => setTimeout(resolve, 20));
  };

  const first = startSpinemed(['build'], { environment });
  await marked(5);
  first.child.kill('SIGINT');
  const stopped = await first.ended;
  expect([stopped.status, stopped.stdout]).toEqual([130, '']);
  expect(stopped.stderr).toContain('the same command goes on');
  expect(stopped.stderr).not.toMatch(/\n\s+at |Error/);
  const { rows } = await store.pool.query('select state from builds');
  expect(rows).toEqual([{ state: 'stopped' }]);
  expect(marks().length).toBeLessThan(items);

  const worker = startSpinemed(['worker', '--concurrency', '1'], { environment });
  await worker.said('is ready');
  await marked(items);
  worker.child.kill('SIGTERM');
  expect((await worker.ended).status).toBe(0);
  const second = await runSpinemed(['build', '--json'], { environment });
  expect(second.status).toBe(1);
  expect(JSON.parse(second.stdout).steps[1]).toMatchObject({
    stage: 'mark',
    in: items,
    out: items - 1,
    rejects: 1,
    reasons: { 'odd-one': 1 },
  });
  // What was in hand when asked to stop was finished: nothing is done twice.
  expect(marks().sort((a, b) => a - b)).toEqual(Array.from({ length: items }, (_, n) => n));
  expect((await runSpinemed(['verify'], { environment })).status).toBe(0);
});
