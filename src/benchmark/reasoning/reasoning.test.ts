import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productFolder } from '../../config/index.ts';
import { findModel, openFileLog, openModels } from '../../models/index.ts';
import { startSimulator } from '../../models/simulator/index.ts';
import { measureAgreement } from '../agreement/measure-agreement.ts';
import { readRatings } from '../agreement/read-ratings.ts';
import { reasoningRubrics } from '../roles/reasoning-ratings.ts';
import { runBenchmark } from '../run/run-benchmark.ts';
import { picturesOfSamples, rateSamples } from './rate-samples.ts';
import { readRatingSheet } from './read-rating-sheet.ts';
import { sampleReasoning } from './sample-reasoning.ts';
import { writeRatingSheet } from './write-rating-sheet.ts';
import { writeRatings } from './write-ratings.ts';

const root = mkdtempSync(path.join(tmpdir(), 'spinemed-reasoning-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const at = (name: string) => path.join(root, name);

const settings = { models: {}, roles: {}, egress: { onsite: [], exceptions: [] } };
const offline = findModel('offline', settings);
const rubrics = reasoningRubrics.map(({ id }) => id);
const sample = path.join(productFolder, 'sample', 'benchmark', 'spinebench-sample.jsonl');

beforeAll(async () => {
  const simulator = await startSimulator({ seed: 'reasoning', latency: '1-3' });
  for (const [name, model] of [
    ['one', offline],
    ['two', findModel('secret-name', { models: {}, baseUrl: `${simulator.url}/v1` })],
  ] as const) {
    await runBenchmark({
      ...{ file: sample, folder: at(name), settings, model, judges: [offline], extractor: null },
      ...{ concurrency: 8, repeats: 1, judgements: 1 },
      picking: { limit: null, sample: null, seed: null },
      signal: new AbortController().signal,
      onProgress() {},
    });
  }
  await simulator.close();
});

const draw = (folders = ['one', 'two'], options = { perTask: 4, seed: 3 }) =>
  sampleReasoning(folders.map(at), options);
const readCsv = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { bom: true, columns: true });

test('draws so many of each task from each run, the same items and with one seed the same', async () => {
  const drawn = await draw();
  expect(drawn.samples).toHaveLength(4 * 2 * 2);
  const byModel = Map.groupBy(drawn.samples, ({ code }) => code);
  const items = [...byModel.values()].map(all => all.map(({ item }) => item.id).sort());
  expect(items).toHaveLength(2);
  expect(items[0]).toEqual(items[1]);
  expect(drawn.samples.filter(({ item }) => item.task === 'mcq-multi')).toHaveLength(8);
  expect(await draw()).toEqual(drawn);
  const other = await draw(['one', 'two'], { perTask: 4, seed: 4 });
  expect(other.samples.map(({ item }) => item.id)).not.toEqual(
    drawn.samples.map(({ item }) => item.id),
  );
  const all = await draw(['one'], { perTask: 1000, seed: 3 });
  expect(all.samples).toHaveLength(83);
});

test('a run that is named twice is refused', async () => {
  await expect(draw(['one', 'one'])).rejects.toMatchObject({ code: 'runs-differ' });
});

test('the sheet shows what was asked and written, and not who wrote it; the key does', async () => {
  const drawn = await draw();
  const written = await writeRatingSheet(at('sheet.csv'), drawn, { perTask: 4, seed: 3 });
  expect(readFileSync(written.sheet, 'utf8')).toMatch(/^\ufeffitem,model,/);
  const rows = readCsv(written.sheet);
  expect(rows).toHaveLength(16);
  for (const [n, row] of rows.entries()) {
    const { item, reasoning, code, pictures } = drawn.samples[n]!;
    expect(row).toMatchObject({ item: item.id, model: code, question: item.question, reasoning });
    expect(row.options).toContain(`A. ${item.options.A}`);
    expect(rubrics.map(rubric => row[rubric])).toEqual(['', '', '']);
    expect(row.pictures === '' ? [] : row.pictures!.split('\n')).toHaveLength(pictures.length);
    for (const picture of pictures) readFileSync(picture);
  }
  const shown = rows.map(({ item, model }) => `${item} ${model}`).join();
  expect(shown).not.toMatch(/offline|secret-name/);
  expect(Object.keys(rows[0]!).join()).not.toContain('answer');
  const key = JSON.parse(readFileSync(written.key, 'utf8'));
  const names = Object.values<{ model: { name: string } }>(key.models).map(each => each.model.name);
  expect(names.sort()).toEqual(['offline', 'secret-name']);
  const guide = readFileSync(written.guide, 'utf8');
  for (const { en, zh } of reasoningRubrics) {
    expect(guide).toContain(en.five);
    expect(guide).toContain(zh.one);
  }
});

test('nothing in a sheet is a formula to a spreadsheet', async () => {
  const drawn = await draw(['one'], { perTask: 1, seed: 1 });
  const [first] = drawn.samples;
  const samples = [{ ...first!, reasoning: '=HYPERLINK("x";"y")' }];
  const { sheet } = await writeRatingSheet(
    at('formula.csv'),
    { ...drawn, samples },
    { perTask: 1, seed: 1 },
  );
  expect(readCsv(sheet)[0]!.reasoning).toBe(`'=HYPERLINK("x";"y")`);
});

test('filled sheets and a model’s ratings meet in the agreement', async () => {
  const drawn = await draw(['one'], { perTask: 5, seed: 9 });
  const log = await openFileLog(at('calls.jsonl'), { capUsd: null });
  const pictures = picturesOfSamples();
  const models = openModels({ settings, log, readPicture: pictures.read });
  const { ratings, failed } = await rateSamples(models, drawn.samples, pictures, {
    ...{ rater: 'offline', concurrency: 3, signal: new AbortController().signal },
  });
  await models.close();
  await log.close();
  expect(failed).toEqual([]);
  expect(ratings).toHaveLength(drawn.samples.length * 3);
  expect(new Set(ratings.map(({ dimension }) => dimension))).toEqual(new Set(rubrics));
  await writeRatings(at('model.csv'), ratings);
  expect(readFileSync(at('model.csv'), 'utf8')).toMatch(/^item,rater,role,dimension,score\n/);

  const { sheet } = await writeRatingSheet(at('filled.csv'), drawn, { perTask: 5, seed: 9 });
  const rows = readCsv(sheet).map((row, n) => [
    ...[row.item!, row.model!],
    ...rubrics.map((_, rubric) => (n === 0 && rubric === 0 ? '' : String(1 + ((n + rubric) % 5)))),
  ]);
  const lines = [['item', 'model', ...rubrics], ...rows].map(row => row.join(','));
  writeFileSync(at('rater-1.csv'), `${lines.join('\n')}\n`);
  const filled = await readRatingSheet(at('rater-1.csv'), 'rater-1');
  expect(filled.blank).toBe(1);
  const same = await readRatingSheet(at('model.csv'), 'nobody');
  expect(same.ratings).toEqual(ratings);

  await writeRatings(at('ratings.csv'), [...filled.ratings, ...same.ratings]);
  const { dimensions, unpaired } = measureAgreement(await readRatings(at('ratings.csv')), 0.7);
  expect(dimensions.map(({ dimension }) => dimension).sort()).toEqual([...rubrics].sort());
  const items = dimensions.map(each => each.items).sort((a, b) => a - b);
  expect(items).toEqual([9, 10, 10]);
  expect(unpaired).toBe(1);
});

test('a rater that is away leaves samples unrated, and they are named', async () => {
  const drawn = await draw(['one'], { perTask: 1, seed: 9 });
  const log = await openFileLog(at('away.jsonl'), { capUsd: null });
  const simulator = await startSimulator({ seed: 'away', latency: '1-3', faults: '400=1' });
  const pictures = picturesOfSamples();
  const models = openModels({
    ...{ settings, log, readPicture: pictures.read },
    players: {
      'rate-reasoning': findModel('m', { models: {}, baseUrl: `${simulator.url}/v1` }),
    },
  });
  const { ratings, failed } = await rateSamples(models, drawn.samples, pictures, {
    ...{ rater: 'm', concurrency: 2, signal: new AbortController().signal },
  });
  expect(ratings).toEqual([]);
  expect(failed.map(({ item }) => item).sort()).toEqual(
    drawn.samples.map(({ item, code }) => `${item.id}@${code}`).sort(),
  );
  await models.close();
  await log.close();
  await simulator.close();
});

test.each([
  ['semicolons and decimal commas', ';', '3,5', 3.5],
  ['full-width digits', ',', '４', 4],
  ['tabs', '\t', '2', 2],
])('reads a sheet with %s', async (_name, delimiter, said, score) => {
  const head = ['item', 'model', ...rubrics].join(delimiter);
  writeFileSync(
    at('foreign.csv'),
    `\ufeff${head}\r\n${['q', 'M-1', said, '', ''].join(delimiter)}\r\n`,
  );
  expect(await readRatingSheet(at('foreign.csv'), 'r')).toEqual({
    ratings: [{ item: 'q@M-1', rater: 'r', role: 'human', dimension: rubrics[0], score }],
    blank: 2,
  });
});

test('reads what a Chinese spreadsheet saved', async () => {
  const text = `item,model,question,${rubrics.join(',')}\r\nq,M-1,题,5,4,3\r\n`;
  const question = Buffer.from([0xcc, 0xe2]); // 题 in GB18030
  const [before, after] = text.split('题').map(part => Buffer.from(part));
  writeFileSync(at('gb.csv'), Buffer.concat([before!, question, after!]));
  const { ratings } = await readRatingSheet(at('gb.csv'), 'r');
  expect(ratings.map(({ score }) => score)).toEqual([5, 4, 3]);
  writeFileSync(at('utf16.csv'), Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'));
  expect((await readRatingSheet(at('utf16.csv'), 'r')).ratings).toEqual(ratings);
});

test('says which line of a sheet is wrong, and never what stands in it', async () => {
  const head = `item,model,${rubrics.join(',')}`;
  const bad: Array<[string, string, string]> = [
    ['name,marks\nZhang,3\n', 'no column `item`', ':1'],
    ['item,model,clinical_rationality\nq,M,3\n', 'visual_features', ':1'],
    [`${head}\nq,M,3,Zhang,3\n`, 'no number from 1 to 5', ':2'],
    [`${head}\nq,M,3,3,6\n`, 'no number from 1 to 5', ':2'],
    [`${head}\nq,M,3,3,3\nq,M,3,3,3\n`, 'twice', ':3'],
    [`${head}\n,M,3,3,3\n`, '`item` or `model` is empty', ':2'],
    [`${head}\n"q,M,3,3,3\n`, 'not a CSV', 'bad.csv'],
  ];
  for (const [content, message, place] of bad) {
    writeFileSync(at('bad.csv'), content);
    const error = await readRatingSheet(at('bad.csv'), 'r').catch(thrown => thrown);
    expect(error).toMatchObject({ code: 'sheet-invalid', mender: 'user' });
    expect(error.message).toContain(message);
    expect(error.place.endsWith(place)).toBe(true);
    expect(error.message).not.toContain('Zhang');
  }
});
