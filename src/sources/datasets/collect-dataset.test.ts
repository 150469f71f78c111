import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import { type DatasetRecord, pointerTo } from '../../contracts/imaging/index.ts';
import { layOut } from '../../imaging/phantom/layouts/testing/lay-out.ts';
import type { DatasetId } from '../../spine/index.ts';
import { defineRecipe, runRecipe, verify } from '../../store/index.ts';
import { collectDataset } from '../index.ts';
import { datasetOf } from './testing/read-all.ts';

let throwaway: Throwaway;
beforeEach(async () => {
  throwaway = await throwawayStore();
});
afterEach(() => throwaway[Symbol.asyncDispose]());

const at = (...names: string[]) => path.join(throwaway.folder, 'data', ...names);

async function collect(dataset: DatasetId | undefined, folder = 'data', mayBeMissing?: boolean) {
  const { store } = throwaway;
  const defects: unknown[] = [];
  const recipe = defineRecipe({
    name: 'test',
    about: '',
    steps: [collectDataset({ dataset, path: folder, mayBeMissing })],
  });
  const [counts] = await runRecipe(store, recipe, {
    signal: new AbortController().signal,
    logDefect: error => defects.push(error),
  });
  expect(defects).toEqual([]);
  expect(await Array.fromAsync(verify(store))).toEqual([]);
  const { rows } = await store.pool.query<{ data: DatasetRecord; class: string; blobs: string[] }>(
    `select data, class, blobs from things where kind = 'dataset-record' order by seq`,
  );
  return { counts: counts!, rows };
}

const rows = async (sql: string) => (await throwaway.store.pool.query(sql)).rows;

test('a dataset becomes a record a case, with digests and without pictures', async () => {
  await layOut('verse', at(), { cases: 4 });
  const { counts, rows: things } = await collect('verse');
  expect(counts).toMatchObject({ in: 4, out: 4, rejects: 0, made: 4, partsRejected: 0 });
  for (const { data, class: dataClass, blobs } of things) {
    expect([dataClass, blobs]).toEqual(['public', []]);
    expect(pointerTo(data, 0, 3)).toEqual({
      dataset: 'verse',
      version: '2020',
      path: data.pictures[0]!.path,
      slice: 3,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  }
  expect(await Array.fromAsync(throwaway.store.blobs.list())).toEqual([]);
  expect(await rows('select kind, class, licence, redistribution, origin from sources')).toEqual([
    {
      kind: 'dataset',
      class: 'public',
      licence: 'CC-BY-SA-4.0',
      redistribution: 'metadata pointer only',
      origin: 'data',
    },
  ]);
});

test('it is collected once; a case is collected anew when its labels or pictures change', async () => {
  await layOut('buu', at(), { cases: 3 });
  const first = await collect('buu');
  expect(await collect('buu')).toEqual(first);
  const [name] = readdirSync(at('AP')).filter(each => each.endsWith('.jpg'));
  appendFileSync(at('AP', name!), 'x');
  const again = await collect('buu');
  expect(again.counts).toMatchObject({ in: 4, out: 4 });
  expect(again.rows.at(-1)!.data.case).toBe('0001');
  expect(again.rows.at(-1)!.data.pictures[0]!.sha256).not.toBe(
    again.rows[0]!.data.pictures[0]!.sha256,
  );
});

test('a series has one digest, which changes with each of its files and with their order', async () => {
  await layOut('rsna', at(), { cases: 1 });
  const digests = async () => (await collect('rsna')).rows.at(-1)!.data.pictures;
  const before = await digests();
  expect(before.map(({ files }) => files!.length > 1)).toEqual([true, true, true]);
  const { path: folder, files } = before[1]!;
  appendFileSync(at(folder, files![2]!), '\0\0');
  const after = await digests();
  expect(after.map(({ sha256 }, nth) => sha256 === before[nth]!.sha256)).toEqual([
    true,
    false,
    true,
  ]);
});

test('its problems are rejects of parts, with their places; the record gets through', async () => {
  await layOut('csxa', at(), { cases: 3 });
  const [png] = readdirSync(at('datasets-PNG'));
  rmSync(at('datasets-PNG', png!));
  const { counts, rows: things } = await collect('csxa');
  expect(counts).toMatchObject({ in: 3, out: 3, rejects: 0 });
  expect(things).toHaveLength(3);
  const told = await rows('select reason, place from rejects order by id');
  const json = `data/datasets-JSON/${png!.replace('.png', '.json')}`;
  expect(told).toContainEqual({ reason: 'label-without-picture', place: json });
});

test.each([
  ['verse', 'public', 'metadata pointer only'],
  ['spider', 'public', 'metadata pointer only'],
  ['spark', 'licensed', 'metadata pointer only'],
  ['rsna', 'licensed', 'metadata pointer only'],
  ['buu', 'licensed', 'metadata pointer only'],
  ['csxa', 'licensed', 'metadata pointer only'],
  ['vindr', 'licensed', 'never'],
] as const)('%s is %s, passed on: %s', async (name, dataClass, redistribution) => {
  await layOut(name, at(), { cases: 1 });
  writeFileSync(at('source.yaml'), 'class: public\nredistribution: freely\n');
  await collect(datasetOf(name));
  expect(await rows('select class, redistribution from sources')).toEqual([
    { class: dataClass, redistribution },
  ]);
});

test('a source.yaml can ask for more care; a broken or a clinical one keeps all out', async () => {
  await layOut('verse', at(), { cases: 1 });
  writeFileSync(at('source.yaml'), 'class: licensed\n');
  expect((await collect('verse')).rows.map(row => row.class)).toEqual(['licensed']);
  writeFileSync(at('source.yaml'), 'class: [');
  await expect(collect('verse')).rejects.toMatchObject({ code: 'source-file-invalid' });
  writeFileSync(at('source.yaml'), 'class: clinical');
  await expect(collect('verse')).rejects.toMatchObject({ code: 'dataset-clinical' });
});

test('the same files asked for from above, or moved, are collected once', async () => {
  await layOut('spider', at('unzipped', 'spider'), { cases: 2 });
  const first = await collect('spider', 'data/unzipped/spider');
  expect((await collect('spider')).counts).toEqual(first.counts);
  cpSync(at(), path.join(throwaway.folder, 'moved'), { recursive: true, preserveTimestamps: true });
  expect((await collect('spider', 'moved')).counts).toEqual(first.counts);
});

test('a folder of datasets is gone through by their names', async () => {
  await layOut('buu', at('buu'), { cases: 1 });
  await layOut('csxa', at('csxa'), { cases: 2 });
  mkdirSync(at('VerSe20'));
  const { rows: things } = await collect(undefined);
  expect(things.map(({ data }) => data.dataset)).toEqual(['buu', 'csxa', 'csxa']);
  expect(await rows('select reason, place from rejects')).toEqual([
    { reason: 'unknown-dataset', place: 'data/VerSe20' },
  ]);
});

test('letters that no database takes and numbers without end cost at most their case', async () => {
  await layOut('csxa', at(), { cases: 3 });
  const names = readdirSync(at('datasets-JSON'));
  const spoil = (nth: number, from: string | RegExp, to: string) => {
    const file = at('datasets-JSON', names[nth]!);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  spoil(0, 'C3 top left', 'C3\\u0000\\ud800');
  spoil(1, /\[\s*-?[\d.]+,/, '[1e999,');
  const { counts } = await collect('csxa');
  expect(counts).toMatchObject({ in: 3, out: 3 });
});

test('a folder without any of it says so; one that is not there is a mistake, unless it may be', async () => {
  mkdirSync(at(), { recursive: true });
  writeFileSync(at('readme.txt'), 'x');
  for (const dataset of ['verse', 'spider', 'spark', 'rsna', 'buu', 'csxa', 'vindr'] as const)
    await collect(dataset);
  const told = await rows('select reason, place from rejects');
  expect(told).toEqual(Array(7).fill({ reason: 'nothing-found', place: 'data' }));
  await expect(collect('verse', 'nowhere')).rejects.toMatchObject({ code: 'folder-missing' });
  await collect('verse', 'nowhere', true);
});
