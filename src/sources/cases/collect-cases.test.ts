import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import { caseFile, caseItem } from '../../contracts/kinds/index.ts';
import {
  defineRecipe,
  defineStage,
  made,
  runRecipe,
  type Step,
  startWorker,
  verify,
} from '../../store/index.ts';
import { collectCases, deidentificationGate, findCase, readCaseFile } from '../index.ts';
import { makeDocx } from '../testing/make-docx.ts';
import { makeXlsx } from '../testing/make-xlsx.ts';
import { makeZip } from '../testing/make-zip.ts';

let throwaway: Throwaway;
beforeEach(async () => {
  throwaway = await throwawayStore();
});
afterEach(() => throwaway[Symbol.asyncDispose]());

const root = () => path.join(throwaway.folder, 'sources', 'cases');

function write(name: string, content: string | Uint8Array): void {
  const place = path.join(root(), name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
}

const gated = () => [collectCases({ path: root() }), readCaseFile(), deidentificationGate()];

async function run(steps: Step[] = gated()) {
  const { store } = throwaway;
  const defects: unknown[] = [];
  const logDefect = (error: unknown) => defects.push(error);
  const stages = steps.flatMap(step => (step.type === 'stage' ? [step.stage] : []));
  const worker = await startWorker(store, stages, { concurrency: 2, logDefect });
  try {
    const recipe = defineRecipe({ name: 'test', about: '', steps });
    const counts = await runRecipe(store, recipe, {
      signal: new AbortController().signal,
      logDefect,
    });
    expect(defects).toEqual([]);
    expect(await Array.fromAsync(verify(store))).toEqual([]);
    return counts;
  } finally {
    await worker.stop();
  }
}

const rows = async <T>(sql: string): Promise<T[]> => (await throwaway.store.pool.query(sql)).rows;
const png = Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1');
const dicom = Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), Buffer.alloc(32)]);
const patient = '王小明_H00123456';

function writeCase(): void {
  write(`${patient}/入院记录 王小明.docx`, makeDocx(['姓名：王小明', '腰痛伴左下肢放射痛']));
  write(
    `${patient}/labs.xlsx`,
    makeXlsx([
      [
        ['CRP', 3.2],
        ['date', { xml: 's="1"><v>45063</v>' }],
      ],
    ]),
  );
  write(`${patient}/vitals.csv`, Buffer.from('ccb8c9c22c4c342f4c350a', 'hex'));
  write(`${patient}/case.json`, '{"level":"L4/L5"}');
  write(`${patient}/note.txt`, 'Low back pain.');
  write(`${patient}/MRI/IM0001`, dicom);
  write(`${patient}/photo.png`, png);
}

describe('cases', () => {
  it('are clinical, have their records read, and wait at the gate, counted', async () => {
    writeCase();
    const [collected, read, gate] = await run();
    expect(collected).toMatchObject({ in: 7, out: 7, rejects: 0 });
    expect(read).toMatchObject({ in: 7, out: 7, rejects: 0 });
    expect(gate).toMatchObject({ in: 7, out: 0, rejects: 0, waiting: 7, held: 7, made: 0 });
    expect(await rows('select distinct class from things union select class from sources')).toEqual(
      [{ class: 'clinical' }],
    );
    const items = await rows<{ path: string; text: string | null; family: string }>(
      `select data->>'path' as path, data->>'text' as text, data->>'family' as family
       from things where kind = 'case-item' order by data->>'path' collate "C"`,
    );
    const texts = await Promise.all(
      items.map(async ({ path: inCase, text, family }) => [
        inCase,
        text === null ? family : (await throwaway.store.blobs.get(text)).toString(),
      ]),
    );
    expect(Object.fromEntries(texts)).toEqual({
      'MRI/IM0001': 'picture',
      'case.json': '{"level":"L4/L5"}',
      'labs.xlsx': 'CRP\t3.2\ndate\t2023-05-17',
      'note.txt': 'Low back pain.',
      'photo.png': 'picture',
      'vitals.csv': expect.stringMatching(/^[\u4e00-\u9fff]{2},L4\/L5\n$/),
      '入院记录 王小明.docx': '姓名：王小明\n\n腰痛伴左下肢放射痛',
    });
  });

  it('are collected once, and only what is new later', async () => {
    writeCase();
    const first = await run();
    expect(await run()).toEqual(first);
    write(`${patient}/more.txt`, 'Later.');
    expect((await run())[2]).toMatchObject({ in: 8, waiting: 8 });
    expect(await rows('select count(*)::int as n from sources')).toEqual([{ n: 1 }]);
  });

  it('show their names nowhere but in their own data', async () => {
    writeCase();
    write(`${patient}/王小明.bin`, Buffer.from([0, 1, 2]));
    write(
      `${patient}/王小明.docx`,
      makeZip([
        ['[Content_Types].xml', ''],
        ['word/document.xml', 'x'],
      ]),
    );
    write(`${patient}/empty 王小明.txt`, '');
    write('王小明.txt', 'beside the cases');
    const counts = await run();
    expect(counts[0]!.reasons).toEqual({ 'unknown-format': 1, empty: 1, 'outside-a-case': 1 });
    expect(counts[1]!.reasons).toEqual({ broken: 1 });
    const shown = await rows<{ t: string }>(
      `select row_to_json(s)::text as t from sources s union all
       select row_to_json(r)::text from rejects r union all select row_to_json(b)::text from builds b`,
    );
    expect(shown.length).toBeGreaterThan(5);
    for (const { t } of shown) expect(t).not.toMatch(/王|小明|00123456|docx|photo/);
    const places = await rows<{ place: string }>('select place from rejects');
    for (const { place } of places) expect(place).toMatch(/^case [0-9a-f]{16}, file [0-9a-f]{10}$/);
  });

  it('are named by a key of the workspace, and whoever has it finds them again', async () => {
    write(`${patient}/bad.bin`, Buffer.from([0, 1, 2]));
    await run();
    const [{ place }] = (await rows<{ place: string }>('select place from rejects')) as [
      { place: string },
    ];
    const [, tag, file] = /case (\w+), file (\w+)/.exec(place)!;
    expect(await findCase(root(), throwaway.folder, tag!)).toBe(path.join(root(), patient));
    expect(await findCase(root(), throwaway.folder, file!)).toBe(
      path.join(root(), patient, 'bad.bin'),
    );
    expect(await findCase(root(), throwaway.folder, 'unknown')).toBeUndefined();
    const key = path.join(throwaway.folder, 'case-names.key');
    expect(statSync(key).mode & 0o077).toBe(0);
    writeFileSync(key, 'another key');
    expect(await findCase(root(), throwaway.folder, tag!)).toBeUndefined();
  });

  it('without any file are told of, and whoever has the key finds them', async () => {
    mkdirSync(path.join(root(), '李四'), { recursive: true });
    write('王小明/.DS_Store', 'x');
    write('王小明/source.yaml', 'class: clinical');
    write('case-3/a.txt', 'a');
    const [collected] = await run();
    expect(collected).toMatchObject({ in: 3, out: 1, reasons: { 'case-empty': 2 } });
    const places = await rows<{ place: string }>('select place from rejects');
    const found = places.map(({ place }) =>
      findCase(root(), throwaway.folder, place.replace(/^case /, '')),
    );
    expect((await Promise.all(found)).sort()).toEqual([
      path.join(root(), '李四'),
      path.join(root(), '王小明'),
    ]);
    expect(await run()).toMatchObject([{ in: 3 }, {}, {}]);
    expect(await rows('select count(*)::int as n from sources')).toEqual([{ n: 1 }]);
  });

  it('of two hospitals are not taken for one, though their folders have the same name', async () => {
    write('north/case-1/a.txt', 'a');
    write('south/case-1/a.txt', 'a');
    const [collected] = await run([
      collectCases({ path: path.join(root(), 'north') }),
      collectCases({ path: path.join(root(), 'south') }),
    ]);
    expect(collected).toMatchObject({ in: 2, out: 2 });
    expect(await rows('select count(*)::int as n from sources')).toEqual([{ n: 2 }]);
  });

  it('never follow a link', async () => {
    write(`${patient}/a.txt`, 'a');
    symlinkSync('/etc/passwd', path.join(root(), patient, 'b.txt'));
    symlinkSync('/etc', path.join(root(), 'case-2'));
    const [collected] = await run();
    expect(collected).toMatchObject({ in: 3, out: 1, reasons: { 'not-a-file': 2 } });
  });

  it('that do not exist are a mistake, except where a recipe says that they may', async () => {
    await expect(run()).rejects.toMatchObject({ code: 'folder-missing' });
    const [collected] = await run([collectCases({ path: root(), mayBeMissing: true })]);
    expect(collected).toMatchObject({ in: 0 });
  });
});

describe('a source.yaml', () => {
  it.each(['public', 'licensed'])('cannot make cases %s', async milder => {
    writeCase();
    write('source.yaml', `class: ${milder}`);
    await expect(run()).rejects.toMatchObject({ code: 'cases-not-clinical', mender: 'user' });
    expect(await rows('select from things')).toEqual([]);
  });

  it('inside one case keeps that case out', async () => {
    writeCase();
    write('case-2/a.txt', 'a');
    write('case-2/source.yaml', 'class: public');
    write('case-3/a.txt', 'a');
    write('case-3/source.yaml', 'class: [');
    write('case-4/a.txt', 'a');
    write('case-4/source.yaml', 'language: zh');
    const [collected] = await run();
    expect(collected).toMatchObject({
      in: 10,
      out: 8,
      reasons: { 'class-too-mild': 1, 'source-file-invalid': 1 },
    });
  });

  it('may say clinical', async () => {
    writeCase();
    write('source.yaml', 'class: clinical');
    expect((await run())[0]).toMatchObject({ in: 7, out: 7 });
  });
});

describe('no recipe leads a case past the gate', () => {
  const note = { name: 'test-note', schema: z.object({ text: z.string() }) };
  let seen: unknown[] = [];
  const taking = (takes: typeof caseFile | typeof caseItem | typeof note, name: string) =>
    defineStage({
      name,
      version: 1,
      takes: takes as typeof note,
      makes: [note],
      settings: z.object({}),
      rejects: [],
      each({ data }) {
        seen.push(data);
        return made(note, { text: 'seen' });
      },
    })();
  const recipes: Array<[string, () => Step[]]> = [
    ['behind the gate', () => [...gated(), taking(caseItem, 'draft')]],
    ['without the gate', () => [...gated().slice(0, 2), taking(caseItem, 'draft')]],
    ['without reading', () => [gated()[0]!, taking(caseFile, 'draft')]],
    ['twice over', () => [gated()[0]!, taking(caseFile, 'draft'), taking(note, 'again')]],
  ];

  it.each(recipes)('%s', async (_how, steps) => {
    seen = [];
    writeCase();
    const counts = await run(steps());
    expect(seen).toEqual([]);
    expect(counts.reduce((sum, step) => sum + step.held, 0)).toBe(7);
    expect(await rows(`select from things where kind = 'test-note'`)).toEqual([]);
  });
});

it('keeps the bytes as they were', async () => {
  writeCase();
  await run();
  const [{ sha256 }] = (await rows<{ sha256: string }>(
    `select data->>'sha256' as sha256 from things where kind = 'case-file' and data->>'path' = 'photo.png'`,
  )) as [{ sha256: string }];
  const kept = await throwaway.store.blobs.get(sha256);
  expect(kept).toEqual(readFileSync(path.join(root(), patient, 'photo.png')));
});
