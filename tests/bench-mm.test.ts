import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readItems } from '../src/benchmark/items/read-items.ts';
import type { MmItem } from '../src/benchmark/mm/items/mm-item.ts';
import type { Reject } from '../src/benchmark/mm/reject.ts';
import type { EmbedderResult } from '../src/benchmark/mm/similarity/compare-embedders.ts';
import type { Book } from '../src/benchmark/mm/summary/keep-books.ts';
import type { SummaryRow } from '../src/benchmark/mm/summary/summarise.ts';
import { layOut } from '../src/imaging/phantom/layouts/testing/lay-out.ts';
import { writeTinyVisionModel } from '../src/models/providers/local/testing/tiny-vision-model.ts';
import { collectDataset } from '../src/sources/index.ts';
import { type DiseaseId, findDisease } from '../src/spine/index.ts';
import { defineRecipe, runRecipe, verify } from '../src/store/index.ts';
import { runSpinemed } from './run-spinemed.ts';
import { type Throwaway, throwawayStore } from './throwaway-store.ts';

const cases = { buu: 5, csxa: 10, rsna: 5, vindr: 7 } as const;
const names = Object.keys(cases) as (keyof typeof cases)[];
const slow = 240_000;

let opened: Throwaway;
beforeAll(async () => {
  opened = await throwawayStore();
  for (const name of names)
    await layOut(name, at('data', name), {
      cases: cases[name],
      // The same necks stand in VinDr: of the same pixels one would be healthy, another not.
      mm: name === 'csxa' ? 11 : 10,
      isRendered: true,
    });
  writeTinyVisionModel(at('models', 'tiny'));
  writeTinyVisionModel(at('models', 'zero'), Array(6).fill([0, 0, 0, 0]));
  const yaml = readFileSync(at('spinemed.yaml'), 'utf8');
  const local = ['tiny', 'zero', 'gone'].map(
    name => `${name}: { provider: local, model: models/${name} }`,
  );
  writeFileSync(
    at('spinemed.yaml'),
    yaml.replace(/^models: .*$/m, `models: { ${local.join(', ')} }`),
  );
  await collect(...names.map(dataset => ({ dataset, path: `data/${dataset}` })));
}, slow);

async function collect(...steps: Parameters<typeof collectDataset>[0][]): Promise<void> {
  const recipe = defineRecipe({ name: 'test', about: '', steps: steps.map(collectDataset) });
  const { signal } = new AbortController();
  await runRecipe(opened.store, recipe, { signal, logDefect: error => expect(error).toBeNull() });
}

afterAll(() => opened[Symbol.asyncDispose]());

const at = (...names: string[]) => path.join(opened.folder, ...names);
const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));

async function benchMm(...args: string[]) {
  return runSpinemed(['bench-mm', ...args], { environment: opened.environment });
}

/** What a build leaves behind, but for its logs. */
function contentsOf(folder: string): string[] {
  const files = ['build.json', 'spinebench-mm.jsonl', 'spinebench-sub.jsonl'];
  return [...files, 'pictures.jsonl', 'rejects.jsonl'].map(name =>
    readFileSync(at(folder, name), 'utf8'),
  );
}

function tableOf(file: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(at('data', file), 'utf8').trim().split(/\r?\n/);
  const columns = head!.split(',');
  return rows.map(row => Object.fromEntries(row.split(',').map((cell, n) => [columns[n]!, cell])));
}

test('is built from the four datasets and can be asked, offline', { timeout: slow }, async () => {
  const ran = await benchMm('build', '--out', at('mm'), '--sub', '30', '--json');
  expect(ran.stderr).toContain('classical method');
  expect(ran.status).toBe(0);
  const { books, table, embedder }: { books: Book[]; table: SummaryRow[]; embedder: unknown } =
    JSON.parse(ran.stdout);
  expect(embedder).toMatchObject({ name: 'offline', offline: true });
  expect(books.map(({ stage }) => stage)).toEqual([
    ...['case', 'label', 'picture', 'embedding', 'diagnosis', 'localisation'],
  ]);
  for (const book of books) expect(book.in).toBe(book.out + book.rejects);
  expect(books[0]).toMatchObject({ in: 27, out: 27 });
  expect(table).toContainEqual(expect.objectContaining({ dataset: 'rsna', printed: 48_688 }));
  for (const { items, blind } of table) {
    expect(blind.items).toBe(items);
    expect(blind.chance).toBeLessThanOrEqual(0.2);
    for (const share of [blind.letters, blind.truth]) expect(share).toBeGreaterThanOrEqual(0.2);
  }

  const items = await Array.fromAsync(readItems(at('mm', 'spinebench-mm.jsonl')));
  expect(items).toHaveLength(books[4]!.out + books[5]!.out);
  const sub = linesOf<MmItem>(at('mm', 'spinebench-sub.jsonl'));
  expect(sub).toHaveLength(30);
  expect(new Set(sub.map(({ dataset }) => dataset)).size).toBe(4);

  const run = ['bench', 'run', at('mm', 'spinebench-sub.jsonl'), '--model', 'offline'];
  const asked = await runSpinemed([...run, '--out', at('run'), '--json']);
  expect(asked.status).toBe(0);
  const scores = JSON.parse(readFileSync(at('run', 'scores.json'), 'utf8'));
  expect(scores.parts.image).toMatchObject({ n: 30, answered: 30 });

  const beside = ['similarity', '--out', at('mm'), '--embedder', 'offline', 'tiny'];
  const compared: EmbedderResult[] = JSON.parse(
    (await benchMm(...beside, '--samples', '3', '--json')).stdout,
  );
  expect(compared.map(({ embedder, dimensions }) => [embedder!.name, dimensions])).toEqual([
    ['offline', 757],
    ['tiny', 4],
  ]);
  // The same pictures for both, and not the same neighbours.
  const [first, second] = compared.map(({ samples }) => samples);
  expect(first).toHaveLength(3);
  expect(second!.map(({ sha256 }) => sha256)).toEqual(first!.map(({ sha256 }) => sha256));
  expect(second).not.toEqual(first);
  for (const { truth, rank, similarity, besides, picture } of first!) {
    expect(existsSync(at('mm', picture))).toBe(true);
    expect(besides).not.toContain(truth);
    const rivals = Object.entries(similarity)
      .filter(([id, value]) => id !== truth && value !== null && !besides.includes(id as DiseaseId))
      .map(([, value]) => value! - similarity[truth]!);
    // As far as four digits tell.
    expect(rank).toBeGreaterThanOrEqual(1 + rivals.filter(by => by > 1e-4).length);
    expect(rank).toBeLessThanOrEqual(1 + rivals.filter(by => by > -1e-4).length);
  }
  const shown = await benchMm(...beside, '--samples', '3');
  for (const { sha256 } of first!)
    expect(shown.stdout).toContain(`${sha256.slice(0, 8)}: pictures`);
  for (const { otherPictures, otherPatients, failed } of compared) {
    expect(failed).toBe(0);
    expect(otherPictures.n + otherPictures.unranked).toBeGreaterThan(25);
    expect(otherPictures.meanReciprocalRank).toBeGreaterThan(0.2);
    expect(otherPatients.n).toBeLessThanOrEqual(otherPictures.n);
  }
});

test('asks nothing that the labels do not settle', () => {
  const items = linesOf<MmItem>(at('mm', 'spinebench-mm.jsonl'));
  const diagnoses = items.filter(({ kind }) => kind === 'diagnosis');
  const localisations = items.filter(({ kind }) => kind === 'localisation');
  expect(Math.min(diagnoses.length, localisations.length)).toBeGreaterThan(3);
  for (const { options, answer, disease, language, similarity, images, question } of diagnoses) {
    const named = Object.values(options).map(option => findDisease(option)!);
    expect(named.map(each => each[language])).toEqual(Object.values(options));
    expect(named.map(({ id }) => id)).toContain('healthy');
    expect(new Set(named).size).toBe(5);
    expect(findDisease(options[answer[0]!]!)!.id).toBe(disease);
    expect(Object.keys(similarity!)).toEqual(Object.keys(options));
    expect(existsSync(at('mm', images[0]!))).toBe(true);
    expect(question).not.toContain('{');
  }
  for (const language of ['en', 'zh'] as const) {
    const worded = diagnoses.filter(each => each.language === language);
    expect(new Set(worded.map(({ question }) => question)).size).toBeGreaterThan(6);
  }
  const places = new Set(diagnoses.map(({ answer }) => answer[0]));
  expect(places.size).toBe(5);
  expect(new Set(items.map(({ dataset }) => dataset)).size).toBe(4);
  const lordosis = diagnoses.filter(({ disease }) => disease === 'cervical-lordosis');
  expect(lordosis.every(({ flags }) => flags.includes('truth-is-a-normal-curve'))).toBe(true);
});

const columns = {
  'spinal-canal-stenosis': ['spinal_canal_stenosis'],
  'foraminal-stenosis': ['left_neural_foraminal_narrowing', 'right_neural_foraminal_narrowing'],
  'subarticular-stenosis': ['left_subarticular_stenosis', 'right_subarticular_stenosis'],
};

test('holds to the owners’ own tables: no wrong option that the patient has, all levels', () => {
  const items = linesOf<MmItem>(at('mm', 'spinebench-mm.jsonl'));
  const wrongOf = ({ options, answer }: MmItem) =>
    Object.entries(options).flatMap(([letter, option]) =>
      answer.includes(letter) ? [] : [findDisease(option)!.id],
    );
  const studies = new Map(tableOf('rsna/train.csv').map(row => [row.study_id!, row]));
  const gradesOf = ({ group }: MmItem, disease: keyof typeof columns, level: string) =>
    columns[disease].map(
      column =>
        studies.get(group.replace('rsna:', ''))![
          `${column}_${level.toLowerCase().replace('/', '_')}`
        ],
    );
  const isThere = (grades: (string | undefined)[]) =>
    grades.some(grade => grade === 'Moderate' || grade === 'Severe');
  const discs = ['L1/L2', 'L2/L3', 'L3/L4', 'L4/L5', 'L5/S1'];
  for (const item of items.filter(({ dataset }) => dataset === 'rsna')) {
    if (item.kind === 'localisation') {
      const disease = item.disease as keyof typeof columns;
      const right = discs.filter(level => isThere(gradesOf(item, disease, level)));
      expect(item.answer.map(letter => item.options[letter])).toEqual(right);
      continue;
    }
    const has = (Object.keys(columns) as (keyof typeof columns)[]).filter(disease =>
      discs.some(level => isThere(gradesOf(item, disease, level))),
    );
    if (item.disease === 'healthy') expect(has).toEqual([]);
    else expect(has).toContain(item.disease);
    expect(wrongOf(item).filter(each => (has as string[]).includes(each))).toEqual([]);
  }
  const rows = ['train', 'test'].flatMap(split => tableOf(`vindr/annotations/${split}.csv`));
  for (const item of items.filter(({ dataset }) => dataset === 'vindr')) {
    const lesions = rows
      .filter(({ study_id }) => item.group === `vindr:${study_id}`)
      .map(({ lesion_type }) => findDisease(lesion_type!)?.id);
    expect(lesions).toContain(item.disease);
    if (item.disease !== 'healthy')
      expect(wrongOf(item).filter(each => lesions.includes(each))).toEqual([]);
  }
});

test('comes out the same to the byte, also when it was killed on the way', {
  timeout: slow,
}, async () => {
  const args = ['src/cli/main.ts', 'bench-mm', 'build', '--out', at('again'), '--sub', '30'];
  const journal = at('again', 'rendered.jsonl');
  const log = at('again', 'embeddings.jsonl');
  const lines = (file: string) =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
  // While pictures are rendered, and while they are embedded.
  for (const file of [journal, log]) {
    const child = spawn(process.execPath, args, { stdio: 'ignore', env: opened.environment });
    const ended = once(child, 'close');
    while (lines(file) < 10 && child.exitCode === null) await sleep(5);
    child.kill('SIGKILL');
    await ended;
    // The second may have been done before we looked.
    if (file === journal) expect(existsSync(at('again', 'build.json'))).toBe(false);
  }
  // And cut off in the middle of a line.
  writeFileSync(journal, '{"key":"half', { flag: 'a' });
  expect((await benchMm('build', '--out', at('again'), '--sub', '30')).status).toBe(0);
  expect(contentsOf('again')).toEqual(contentsOf('mm'));
  const keys = readFileSync(journal, 'utf8')
    .split('\n')
    .filter(line => line.endsWith('}'))
    .map(line => JSON.parse(line).key);
  expect(new Set(keys).size).toBe(keys.length);
  // Nothing is embedded again by another build into the same folder.
  const before = linesOf<{ call: string; status: string }>(log);
  const calls = before.flatMap(({ call, status }) => (status === 'answered' ? [call] : []));
  expect(new Set(calls).size).toBe(calls.length);
  expect((await benchMm('build', '--out', at('again'), '--seed', '2')).status).toBe(0);
  expect(linesOf(log)).toHaveLength(before.length);
  expect(contentsOf('again')).not.toEqual(contentsOf('mm'));
  // A picture that was altered where it lies is made anew, and what no item shows any more goes.
  const pictures = () => readdirSync(at('again', 'pictures'));
  const [spoilt] = pictures();
  const bytes = readFileSync(at('again', 'pictures', spoilt!));
  bytes[bytes.length - 20]! ^= 255;
  writeFileSync(at('again', 'pictures', spoilt!), bytes);
  writeFileSync(at('again', 'pictures', 'mine.png'), 'mine');
  const count = pictures().length;
  expect((await benchMm('build', '--out', at('again'))).status).toBe(0);
  for (const name of pictures().filter(each => each !== 'mine.png'))
    expect(name).toBe(`${hash('sha256', readFileSync(at('again', 'pictures', name)), 'hex')}.png`);
  expect((await benchMm('build', '--out', at('again'), '--longest', '64')).status).toBe(0);
  expect(pictures()).toContain('mine.png');
  expect(pictures()).not.toContain(spoilt);
  expect(pictures()).toHaveLength(count);
  // The workspace's books know nothing of it.
  expect(await Array.fromAsync(verify(opened.store))).toEqual([]);
});

test('a picture that cannot be read is a reject with its place, and all adds up', {
  timeout: slow,
}, async () => {
  const items = linesOf<MmItem>(at('mm', 'spinebench-mm.jsonl'));
  const of = (dataset: string, disease?: string) =>
    items.find(each => each.dataset === dataset && each.disease === (disease ?? each.disease))!
      .pointers[0]!;
  const [changed, gone] = [of('vindr').path, of('csxa').path];
  writeFileSync(at('data', 'vindr', changed), ' ', { flag: 'a' });
  rmSync(at('data', 'csxa', gone));
  const slice = of('rsna');
  const series = linesOf<Reject>(at('mm', 'rejects.jsonl'));
  expect(series.filter(({ stage }) => stage === 'picture')).toEqual([]);
  // Files of the phantom are numbered as their slices lie, or the other way round.
  for (const number of Array.from({ length: 40 }, (_, n) => n + 1)) {
    const file = at('data', 'rsna', slice.path, `${number}.dcm`);
    if (existsSync(file)) truncateSync(file, 900);
  }
  const ran = await benchMm(
    ...['build', '--out', at('spoilt'), '--language', 'zh', '--embedder', 'tiny', '--json'],
    ...['--healthy-options', 'like-the-ill'],
  );
  expect(ran.status).toBe(1);
  const { books, embedder }: { books: Book[]; embedder: unknown } = JSON.parse(ran.stdout);
  expect(embedder).toMatchObject({ name: 'tiny', offline: false });
  for (const book of books) expect(book.in).toBe(book.out + book.rejects);
  const rejects = linesOf<Reject>(at('spoilt', 'rejects.jsonl'));
  const told = rejects.filter(({ stage }) => stage === 'picture');
  expect(told).toHaveLength(books[2]!.rejects);
  expect(told).toContainEqual(
    expect.objectContaining({ place: `vindr/${changed}`, reason: 'picture-changed' }),
  );
  expect(told).toContainEqual(
    expect.objectContaining({ place: `csxa/${gone}`, reason: 'picture-missing' }),
  );
  const unreadable = told.filter(({ reason }) => reason === 'picture-unreadable');
  expect(unreadable.length).toBeGreaterThan(0);
  for (const { place } of unreadable) expect(place).toContain(slice.path);
  const left = linesOf<MmItem>(at('spoilt', 'spinebench-mm.jsonl'));
  expect(left).toHaveLength(books[4]!.out + books[5]!.out);
  const lost = [changed, gone, slice.path];
  expect(left.some(({ pointers }) => pointers.some(each => lost.includes(each.path)))).toBe(false);
  expect(left.every(({ language }) => language === 'zh')).toBe(true);
  // Whoever is ill in BUU has a slip, and so it stands beside Healthy too.
  const well = left.filter(each => each.dataset === 'buu' && each.disease === 'healthy');
  expect(well.length).toBeGreaterThan(0);
  for (const { options } of well) {
    const named = Object.values(options).map(option => findDisease(option)!.id);
    expect(named).toContain('spondylolisthesis');
    expect(named).toHaveLength(5);
  }
});

test('a case number that another folder has too takes nothing away, and is told', {
  timeout: slow,
}, async () => {
  await layOut('csxa', at('data', 'other'), { cases: 3, mm: 14, isRendered: true });
  await collect({ dataset: 'csxa', path: 'data/other' });
  const ran = await benchMm('build', '--out', at('other'));
  expect([ran.status, ran.stdout]).toEqual([1, expect.stringContaining('number-taken 3')]);
  expect(ran.stdout).toContain('another folder');
  const rejects = linesOf<Reject>(at('other', 'rejects.jsonl'));
  expect(rejects.filter(({ stage }) => stage === 'case')).toHaveLength(3);
});

test('says what is missing before anything is made', { timeout: slow }, async () => {
  const refused = async (environment: NodeJS.ProcessEnv, code: string, ...args: string[]) => {
    const out = at('none');
    const ran = await runSpinemed(['bench-mm', ...args, '--out', out], { environment });
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining(code)]);
    expect(existsSync(out)).toBe(false);
    return ran.stderr;
  };
  await using empty = await throwawayStore();
  await refused(empty.environment, 'collect dataset', 'build');
  const { environment } = opened;
  await refused(environment, 'bench-mm build', 'similarity', '--embedder', 'offline');
  const unknown = await refused(environment, 'no-such-model', 'build', '--embedder', 'x');
  expect(unknown).toContain('tiny');
  expect(unknown).not.toContain('--base-url');
  await refused(environment, 'cannot-embed', 'build', '--embedder', 'openai/gpt-4o');
  await refused(environment, 'local-model-missing', 'build', '--embedder', 'gone');
  await refused(environment, 'nothing-embedded', 'build', '--embedder', 'zero');
  await refused(environment, 'folder-missing', 'build', '--at', `rsna=${at('nowhere')}`);
});
