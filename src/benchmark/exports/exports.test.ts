import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { findModel } from '../../models/index.ts';
import { type ReadItem, readItems } from '../items/read-items.ts';
import { runBenchmark } from '../run/run-benchmark.ts';
import { choiceItem, reportItem, reportOf } from '../scoring/made-up-benchmark.ts';
import { writeInspectLog } from './write-inspect-log.ts';
import { writeVlmevalkitTable } from './write-vlmevalkit-table.ts';

const root = mkdtempSync(path.join(tmpdir(), 'spinemed-export-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const settings = { models: {}, roles: {}, egress: { onsite: [], exceptions: [] } };
const offline = findModel('offline', settings);
const folder = path.join(root, 'run');
const odd = 'Which "level",\twith a tab\nand a second line?';

async function run() {
  for (const [name, background] of [
    ['a.png', '#222'],
    ['b.png', '#999'],
  ] as const)
    await sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toFile(path.join(root, name));
  const reference = reportOf([{ finding: 'disc herniation', levels: ['L4/L5'], side: 'left' }]);
  const items = [
    { ...choiceItem('one', { images: ['a.png', 'b.png'] }), question: odd, case: 'A man of 50.' },
    { ...choiceItem('two', { task: 'mcq-multi', answer: ['B', 'D'] }), question: '哪些？' },
    {
      ...choiceItem('four', { task: 'mcq-multi', answer: ['B'], group: 'patient 7' }),
      ...{
        class: 'clinical',
        levels: ['L4/L5'],
        modality: ['MRI'],
        split: 'sub',
        pointer: { z: 3 },
      },
    },
    { ...reportItem('three', { reference }), case: 'A case.' },
  ];
  const file = path.join(root, 'benchmark.jsonl');
  writeFileSync(file, items.map(item => JSON.stringify(item)).join('\n'));
  return runBenchmark({
    ...{ file, folder, settings, model: offline, judges: [offline], extractor: null },
    ...{ concurrency: 2, repeats: 1, judgements: 1, onProgress() {} },
    picking: { limit: null, sample: null, seed: null },
    signal: new AbortController().signal,
  });
}

const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('NaN', ' lead', 'trail ', 'a\tb', 'a\r\nb', '"q"', '病例', 'L4/5', '[1]'),
  )
  .filter(text => /\S/.test(text));

const anyItem = fc
  .record({
    options: fc.tuple(words, words, words).map(([A, B, C]) => ({ A, B, C })),
    answer: fc.subarray(['A', 'B', 'C'], { minLength: 1 }),
    question: words,
    case: fc.option(words),
    language: fc.constantFrom('en', 'zh'),
    group: words,
    source: fc.constantFrom('textbook', 'hospital', 'open_source'),
    modality: fc.subarray(['MRI', 'CT']),
    levels: fc.subarray(['L4/L5', 'C5']),
    class: fc.constantFrom('public', 'licensed', 'clinical'),
    extra: fc.dictionary(fc.constantFrom('split', 'category', 'pointer'), words),
  })
  .map(({ extra, ...item }) => ({ ...extra, ...item, task: 'mcq-multi', benchmark: 'made up' }));

const scores = await run();

test("any question comes back from VLMEvalKit's table as it went", async () => {
  const items = fc.sample(anyItem, 200).map((item, n) => ({ ...item, id: `${n}` }));
  const file = path.join(root, 'any.jsonl');
  writeFileSync(file, items.map(item => JSON.stringify(item)).join('\n'));
  const anyFolder = path.join(root, 'any');
  await runBenchmark({
    ...{ file, folder: anyFolder, settings, model: offline, judges: [offline], extractor: null },
    ...{ concurrency: 2, repeats: 1, judgements: 1, onProgress() {} },
    picking: { limit: null, sample: null, seed: null },
    signal: new AbortController().signal,
  });
  const out = path.join(root, 'any.tsv');
  await writeVlmevalkitTable(anyFolder, out);
  const [went, back] = await Promise.all(
    [file, out].map(async each => (await Array.fromAsync(readItems(each))).map(read => read.item)),
  );
  expect(back).toEqual(went);
});

test("the questions come back from VLMEvalKit's table as they went", async () => {
  const out = path.join(root, 'out.tsv');
  expect(await writeVlmevalkitTable(folder, out)).toEqual({ rows: 3, leftOut: 1 });
  const back = await Array.fromAsync(readItems(out));
  const went = await Array.fromAsync(readItems(path.join(root, 'benchmark.jsonl')));
  const withoutPictures = ({ item: { images: _, ...item } }: ReadItem) => item;
  expect(back.map(withoutPictures)).toEqual(went.slice(0, 3).map(withoutPictures));
  expect(back[2]!.item).toMatchObject({ class: 'clinical', group: 'patient 7', task: 'mcq-multi' });
  const pictures = [...back[0]!.pictures.values()];
  expect(pictures[0]).toEqual(readFileSync(path.join(root, 'a.png')));
});

test('a table keeps the strictest class that is told, whichever column is lost', async () => {
  const columns = 'index\tquestion\tA\tB\tanswer\tclass\tspinemed\n';
  const own =
    '"{""task"":""mcq"",""language"":""en"",""source"":""textbook"",""class"":""clinical""}"';
  const rows = [
    '1\tWhich?\tx\ty\tA\tClinical\t',
    '2\tWhich?\tx\ty\tA\tfracture\t',
    `3\tWhich?\tx\ty\tA\t\t${own}`,
    `4\tWhich?\tx\ty\tA\tpublic\t${own}`,
  ];
  const file = path.join(root, 'classes.tsv');
  writeFileSync(file, `${columns}${rows.join('\n')}\n`);
  const read = await Array.fromAsync(readItems(file));
  const classes = ['clinical', 'licensed', 'clinical', 'clinical'];
  expect(read.map(({ item }) => item.class)).toEqual(classes);
});

test("a run of two repeats is two samples an item in Inspect's log, and its figures are theirs", async () => {
  const file = path.join(root, 'twice.jsonl');
  const items = [choiceItem('one'), choiceItem('two', { answer: ['C'] })];
  writeFileSync(file, items.map(item => JSON.stringify(item)).join('\n'));
  const twice = path.join(root, 'twice');
  await runBenchmark({
    ...{ file, folder: twice, settings, model: offline, judges: [offline], extractor: null },
    ...{ concurrency: 2, repeats: 2, judgements: 1, onProgress() {} },
    picking: { limit: null, sample: null, seed: null },
    signal: new AbortController().signal,
  });
  const out = path.join(root, 'twice.json');
  expect(await writeInspectLog(twice, out)).toBe(4);
  const {
    eval: { config },
    results,
    samples,
  } = JSON.parse(readFileSync(out, 'utf8'));
  expect(config.epochs).toBe(2);
  const epochs = samples.map(({ id, epoch }: { id: string; epoch: number }) => [id, epoch]);
  expect(epochs).toEqual([
    ['one', 1],
    ['one', 2],
    ['two', 1],
    ['two', 2],
  ]);
  const right = samples.filter(
    (each: { scores: { choice: { value: string } } }) => each.scores.choice.value === 'C',
  );
  expect(results.scores[0].metrics.accuracy.value).toBe(right.length / 4);
  expect(results.scores).toHaveLength(1);
});

test("a run has the shape of Inspect's log, with a score where there is one", async () => {
  const out = path.join(root, 'log.json');
  expect(await writeInspectLog(folder, out)).toBe(4);
  const log = JSON.parse(readFileSync(out, 'utf8'));
  expect(log).toMatchObject({
    version: 2,
    status: 'success',
    eval: { task: 'made up', dataset: { samples: 4 } },
    results: { total_samples: 4, completed_samples: 4 },
  });
  expect(log.results.scores[0].metrics.accuracy.value).toBeCloseTo(scores.qaAverage! / 100);
  const [one, two, , three] = log.samples;
  expect(one).toMatchObject({
    id: 'one',
    choices: ['one', 'two', 'three', 'four'],
    target: 'A',
    scores: { choice: { value: expect.stringMatching(/^[CI]$/) } },
  });
  expect(one.input[0].content.map(({ type }: { type: string }) => type)).toEqual([
    ...['text', 'text', 'image', 'image'],
  ]);
  expect(two.target).toEqual(['B', 'D']);
  expect(three.scores.report.value.diagnosis).toBeGreaterThanOrEqual(1);
});
