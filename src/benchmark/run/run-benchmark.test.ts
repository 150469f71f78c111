import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import type { AnswerLine } from '../../contracts/benchmark/index.ts';
import { findModel } from '../../models/index.ts';
import { type SimulatorSettings, startSimulator } from '../../models/simulator/index.ts';
import type { ScoredItem } from '../scoring/index.ts';
import { choiceItem, reportItem, reportOf } from '../scoring/made-up-benchmark.ts';
import { type RunOptions, runBenchmark } from './run-benchmark.ts';
import { scoreRun } from './score-run.ts';

const root = mkdtempSync(path.join(tmpdir(), 'spinemed-run-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const settings = { models: {}, roles: {}, egress: { onsite: [], exceptions: [] } };
const offline = findModel('offline', settings);
const reference = reportOf([{ finding: 'disc herniation', levels: ['L4/L5'], side: 'left' }]);

function benchmark(name: string, items: readonly ScoredItem[]): string {
  const file = path.join(root, name);
  writeFileSync(file, items.map(item => `${JSON.stringify(item)}\n`).join(''));
  return file;
}

const questions = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...choiceItem(`q${n}`),
    question: `Which, of ${n}?`,
  }));
const reports = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...reportItem(`r${n}`, { reference }),
    case: `Case ${n}.`,
  }));

function run(name: string, options: Partial<RunOptions> & Pick<RunOptions, 'file'>) {
  return runBenchmark({
    folder: path.join(root, name),
    settings,
    model: offline,
    judges: [offline],
    extractor: null,
    concurrency: 8,
    picking: { limit: null, sample: null, seed: null },
    repeats: 1,
    judgements: 1,
    signal: new AbortController().signal,
    onProgress() {},
    ...options,
  });
}

const linesOf = (name: string): AnswerLine[] =>
  readFileSync(path.join(root, name, 'answers.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));

async function simulated(faults: SimulatorSettings = {}) {
  const simulator = await startSimulator({ seed: 'bench', latency: '1-5', ...faults });
  const at = (name: string) => findModel(name, { models: {}, baseUrl: `${simulator.url}/v1` });
  return { simulator, at };
}

test('asks, judges and scores, with a line a request in which everything is read', async () => {
  const { simulator, at } = await simulated();
  const file = benchmark('whole.jsonl', [...questions(20), ...reports(3)]);
  const scores = await run('whole', {
    file,
    model: at('contestant'),
    judges: [at('one'), at('two')],
    judgements: 2,
  });
  expect(scores.parts.text).toMatchObject({ n: 20, answered: 20 });
  expect(scores.parts.report).toMatchObject({ n: 3, scored: 3 });
  expect(scores.judges).toMatchObject([
    { name: 'one', judged: 3, method: null },
    { name: 'two', judged: 3 },
  ]);
  expect(scores.parts.report?.judgeSpread).not.toBeNull();
  expect(simulator.ledger().totals.requests).toBe(23 + 3 * 2 * 2);
  const lines = linesOf('whole');
  expect(lines).toHaveLength(35);
  const [answer] = lines.filter(({ id }) => id === 'q7');
  expect(answer).toMatchObject({ step: 'answer', repeat: 0, attempt: 1, status: 'answered' });
  expect(lines.filter(({ id, step }) => id === 'r1' && step === 'judge')).toHaveLength(4);
  expect(lines.find(({ step }) => step === 'judge')?.scores).toMatchObject({
    diagnosis: expect.any(Number),
  });
  expect(JSON.parse(readFileSync(path.join(root, 'whole', 'scores.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(scores)),
  );
  await simulator.close();
});

test('a run that is whole asks nothing again, and scores the same from its answers alone', async () => {
  const { simulator, at } = await simulated();
  const file = benchmark('again.jsonl', [...questions(10), ...reports(2)]);
  const models = { model: at('m'), judges: [at('j')] };
  const first = await run('again', { file, ...models, repeats: 2 });
  const { requests } = simulator.ledger().totals;
  expect(await run('again', { file, ...models, repeats: 2 })).toEqual(first);
  expect(simulator.ledger().totals.requests).toBe(requests);
  await simulator.close();
  rmSync(file);
  expect(await scoreRun(path.join(root, 'again'))).toEqual(first);
  expect(first.repeats).toHaveLength(2);
});

test('items of one wording share a request, and each has its answer', async () => {
  const { simulator, at } = await simulated();
  const file = benchmark('twins.jsonl', [
    choiceItem('one'),
    choiceItem('two'),
    choiceItem('three'),
  ]);
  const scores = await run('twins', { file, model: at('m') });
  expect(simulator.ledger().totals.requests).toBe(1);
  expect(scores.parts.text).toMatchObject({ n: 3, answered: 3 });
  expect(
    linesOf('twins')
      .map(({ attempt }) => attempt)
      .sort(),
  ).toEqual([0, 0, 1]);
  await simulator.close();
});

test('what got no answer is a hole, and is asked again; what was answered is not', async () => {
  const file = benchmark('holes.jsonl', questions(30));
  const first = await simulated({ faults: '400=0.4' });
  const holed = await run('holes', { file, model: first.at('m') });
  expect(holed.complete).toBe(false);
  const answered = holed.parts.text!.answered;
  expect(answered).toBeGreaterThan(5);
  expect(answered).toBeLessThan(30);
  expect(holed.coverage).toBeCloseTo(answered / 30);
  const { url } = first.simulator;
  await first.simulator.close();
  const second = await startSimulator({ seed: 'bench', port: Number(new URL(url).port) });
  const whole = await run('holes', { file, model: first.at('m') });
  expect(whole.complete).toBe(true);
  expect(second.ledger().totals.requests).toBe(30 - answered);
  await second.close();
});

test('a run goes on only as it was begun, and says what differs', async () => {
  const file = benchmark('same.jsonl', questions(3));
  await run('same', { file });
  await expect(run('same', { file, repeats: 2 })).rejects.toMatchObject({
    code: 'run-differs',
    message: expect.stringContaining('--repeat (was 1, is 2)'),
  });
  appendFileSync(file, `${JSON.stringify(choiceItem('more'))}\n`);
  await expect(run('same', { file })).rejects.toMatchObject({
    message: expect.stringContaining('the benchmark (its file changed)'),
  });
  // What was refused left the run as it was.
  expect(await scoreRun(path.join(root, 'same'))).toMatchObject({ parts: { text: { n: 3 } } });
});

test('what no rule can read a model reads, and only what stands in the response', async () => {
  const { simulator, at } = await simulated({ notation: 'negated' });
  const file = benchmark('read.jsonl', questions(12));
  const scores = await run('read', { file, model: at('m'), extractor: offline });
  const { answered, unparseable } = scores.parts.text!;
  expect(answered).toBe(12);
  expect(linesOf('read').filter(({ step }) => step === 'extract')).toHaveLength(unparseable);
  await simulator.close();
});

test('a missing picture is told before anything is asked', async () => {
  const { simulator, at } = await simulated();
  await sharp({ create: { width: 4, height: 4, channels: 3, background: '#888' } })
    .png()
    .toFile(path.join(root, 'there.png'));
  const file = benchmark('pictures.jsonl', [
    choiceItem('a', { images: ['there.png', 'there.png'] }),
    choiceItem('b', { images: ['not-there.png'] }),
  ]);
  await expect(run('pictures', { file, model: at('m') })).rejects.toMatchObject({
    code: 'picture-missing',
    place: path.join(root, 'not-there.png'),
  });
  expect(simulator.ledger().totals.requests).toBe(0);
  await sharp(path.join(root, 'there.png')).toFile(path.join(root, 'not-there.png'));
  const scores = await run('pictures', { file, model: at('m') });
  expect(scores.parts.image).toMatchObject({ n: 2, answered: 2 });
  expect(
    simulator
      .ledger()
      .requests.map(({ pictures }) => pictures.length)
      .sort(),
  ).toEqual([1, 2]);
  await simulator.close();
});

test('a server that is away ends the run soon, with what it has', async () => {
  const file = benchmark('away.jsonl', questions(100));
  const { simulator, at } = await simulated();
  await simulator.close();
  const away = run('away', { file, model: at('m'), concurrency: 64 });
  await expect(away).rejects.toMatchObject({ code: 'model-away', mender: 'retry' });
}, 120_000);

test.each([
  ['no item', '', 'benchmark-invalid'],
  ['no JSON', '{"id"\n', 'benchmark-invalid'],
  ['an id twice', `${JSON.stringify(choiceItem('x'))}\n`.repeat(2), 'benchmark-invalid'],
  ['a wrong answer', JSON.stringify({ ...choiceItem('x'), answer: ['Z'] }), 'benchmark-invalid'],
])('a benchmark with %s is refused, and leaves no run', async (name, content, code) => {
  const file = path.join(root, `bad-${name}.jsonl`);
  writeFileSync(file, content);
  await expect(run(`bad-${name}`, { file })).rejects.toMatchObject({ code });
  await expect(scoreRun(path.join(root, `bad-${name}`))).rejects.toMatchObject({ code: 'no-run' });
});

test('a limit and a seeded sample pick the same items every time', async () => {
  const file = benchmark('pick.jsonl', questions(40));
  const picked = async (
    name: string,
    limit: number | null,
    sample: number | null,
    seed: number,
  ) => {
    await run(name, { file, picking: { limit, sample, seed } });
    return [...new Set(linesOf(name).map(({ id }) => id))].sort();
  };
  expect(await picked('limit', 3, null, 0)).toEqual(['q0', 'q1', 'q2']);
  const one = await picked('sample-1', null, 6, 1);
  expect(one).toHaveLength(6);
  expect(await picked('sample-2', null, 6, 1)).toEqual(one);
  expect(await picked('sample-3', null, 6, 2)).not.toEqual(one);
});

test('a judge that judged nothing is said, leaves the run open, and is asked again', async () => {
  const { simulator, at } = await simulated();
  const broken = await startSimulator({ seed: 'bench', latency: '1-5', faults: '400=1' });
  const { url } = broken;
  const file = benchmark('judges.jsonl', reports(3));
  const judges = [at('ja'), findModel('jb', { models: {}, baseUrl: `${url}/v1` })];
  const asked = { file, model: at('m'), judges, judgements: 2 };
  const first = await run('judges', asked);
  expect(first).toMatchObject({ complete: false, parts: { report: { scored: 3 } } });
  expect(first.judges).toMatchObject([
    { name: 'ja', judgements: 6, of: 6 },
    { name: 'jb', judgements: 0, of: 6, unusable: 0, score: null },
  ]);
  expect(first.notes.find(({ code }) => code === 'judge-incomplete')).toMatchObject({
    count: 0,
    of: 6,
    en: expect.stringMatching(/Judge jb scored 0 of 6.*6 never came/),
    zh: expect.stringContaining('jb'),
  });
  await broken.close();
  const mended = await startSimulator({ seed: 'bench', port: Number(new URL(url).port) });
  const second = await run('judges', asked);
  expect(second).toMatchObject({ complete: true, judges: [{}, { judgements: 6, of: 6 }] });
  expect(second.notes.map(({ code }) => code)).not.toContain('judge-incomplete');
  await mended.close();
  await simulator.close();
});

test('answers that were cut off are counted', async () => {
  const { simulator, at } = await simulated();
  await run('cut', { file: benchmark('cut.jsonl', questions(3)), model: at('m') });
  await simulator.close();
  const [first, ...rest] = linesOf('cut');
  const cut = { ...first!, text: 'The answer is A. The', finish: 'length' };
  writeFileSync(
    path.join(root, 'cut', 'answers.jsonl'),
    [cut, ...rest].map(line => `${JSON.stringify(line)}\n`).join(''),
  );
  const { notes, parts } = await scoreRun(path.join(root, 'cut'));
  expect(notes.find(({ code }) => code === 'cut-off')).toMatchObject({ count: 1, of: 3 });
  expect(parts.text?.answered).toBe(3);
});

test('a picture that is another when a run goes on is named and refused', async () => {
  const { simulator, at } = await simulated();
  const picture = (background: string) =>
    sharp({ create: { width: 4, height: 4, channels: 3, background } })
      .png()
      .toFile(path.join(root, 'swapped.png'));
  await picture('#111');
  const file = benchmark('swapped.jsonl', [choiceItem('a', { images: ['swapped.png'] })]);
  await run('swapped', { file, model: at('m') });
  await run('swapped', { file, model: at('m') });
  await picture('#eee');
  await expect(run('swapped', { file, model: at('m') })).rejects.toMatchObject({
    code: 'picture-changed',
    message: expect.stringContaining('item a'),
    place: path.join(root, 'swapped.png'),
  });
  await simulator.close();
});

test('a file that is no picture is told before anything is asked, and the benchmark may be mended', async () => {
  const { simulator, at } = await simulated();
  writeFileSync(path.join(root, 'page.png'), '<html>not found</html>');
  const withPicture = (image: string) => [choiceItem('a', { images: [image] })];
  const file = benchmark('page.jsonl', withPicture('page.png'));
  await expect(run('page', { file, model: at('m') })).rejects.toMatchObject({
    code: 'picture-unreadable',
    message: expect.stringContaining('item a'),
  });
  expect(simulator.ledger().totals.requests).toBe(0);
  // Nothing was asked: other items in the same folder are no other run.
  benchmark('page.jsonl', withPicture('there.png'));
  expect(await run('page', { file, model: at('m') })).toMatchObject({ complete: true });
  await simulator.close();
});

test('a file in place of the folder, and answers of another program, are each one plain error', async () => {
  const file = benchmark('plain.jsonl', questions(3));
  writeFileSync(path.join(root, 'a-file'), '');
  await expect(run('a-file', { file })).rejects.toMatchObject({ code: 'out-is-a-file' });
  mkdirSync(path.join(root, 'foreign'));
  writeFileSync(path.join(root, 'foreign', 'answers.jsonl'), '{"not":"ours"}\n');
  await expect(run('foreign', { file })).rejects.toMatchObject({ code: 'log-damaged' });
  const openFiles = () =>
    (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd') : []).flatMap(fd => {
      try {
        return [readlinkSync(`/proc/self/fd/${fd}`)];
      } catch {
        return [];
      }
    });
  // Streams let go of their files a moment after their end.
  await expect.poll(() => openFiles().filter(name => name.includes('foreign'))).toEqual([]);
});
