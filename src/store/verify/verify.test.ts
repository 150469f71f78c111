import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import sample from '../../../recipes/sample.ts';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import { runRecipe, startWorker } from '../index.ts';
import { verify } from './verify.ts';

async function builtStore(): Promise<Throwaway> {
  const opened = await throwawayStore();
  for (const name of ['one', 'two', 'three']) {
    writeFileSync(path.join(opened.folder, 'sources', `${name}.md`), `# ${name}`);
  }
  writeFileSync(path.join(opened.folder, 'sources', 'odd.bin'), Buffer.from([1, 0, 2]));
  const { store } = opened;
  const stages = sample.steps.flatMap(step => (step.type === 'stage' ? [step.stage] : []));
  const worker = await startWorker(store, stages, { concurrency: 1, logDefect() {} });
  await runRecipe(store, sample, { signal: new AbortController().signal, logDefect() {} });
  await worker.stop();
  return opened;
}

async function checksThatFail({ store }: Throwaway): Promise<string[]> {
  const failed = new Set<string>();
  for await (const { check } of verify(store)) failed.add(check);
  return [...failed];
}

test('a built workspace is sound', async () => {
  await using opened = await builtStore();
  expect(await checksThatFail(opened)).toEqual([]);
});

const damages: Array<[what: string, check: string, sql: string]> = [
  [
    'a thing that is gone',
    'provenance',
    `delete from things where kind = 'identified-file' and data->>'path' = 'sources/one.md'`,
  ],
  [
    'an edge that is gone',
    'provenance',
    `delete from provenance where thing = (select id from things limit 1)`,
  ],
  ['a source that is gone', 'provenance', 'delete from sources'],
  [
    'a milder class than the source’s',
    'class',
    `update things set class = 'public' where kind = 'identified-file'`,
  ],
  [
    'a count that was changed',
    'counts',
    'update stage_counts set passed = passed + 1 where step = 2',
  ],
  [
    'a lost ledger line',
    'counts',
    'delete from ledger where ctid = (select ctid from ledger limit 1)',
  ],
  ['a lost reject', 'counts', 'delete from rejects'],
  [
    'an input given and forgotten',
    'counts',
    'update stage_counts set given = given + 1 where step = 2',
  ],
  ['a reject under another reason', 'counts', `update rejects set reason = 'other'`],
  ['a source that was not counted', 'counts', 'update source_counts set count = count + 1'],
  ['rows of no step', 'steps', 'update ledger set step = 99 where step = 2'],
];

test.each(damages)('%s is found', async (_what, check, sql) => {
  await using opened = await builtStore();
  await opened.store.pool.query(sql);
  expect(await checksThatFail(opened)).toContain(check);
});

function blobFiles({ folder }: Throwaway): string[] {
  const blobs = path.join(folder, 'blobs');
  return readdirSync(blobs, { recursive: true, encoding: 'utf8' })
    .filter(name => /[0-9a-f]{64}$/.test(name))
    .map(name => path.join(blobs, name));
}

test('a blob that was changed on the disk is found', async () => {
  await using opened = await builtStore();
  writeFileSync(blobFiles(opened)[0]!, 'something else');
  expect(await checksThatFail(opened)).toEqual(['blob']);
});

test('a blob that is gone is found', async () => {
  await using opened = await builtStore();
  rmSync(blobFiles(opened)[0]!);
  expect(await checksThatFail(opened)).toEqual(['blob']);
});
