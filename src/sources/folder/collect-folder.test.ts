import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Throwaway, throwawayStore } from '../../../tests/throwaway-store.ts';
import { defineRecipe, runRecipe, verify } from '../../store/index.ts';
import { collectFolder, findClinical } from '../index.ts';

let throwaway: Throwaway;
beforeEach(async () => {
  throwaway = await throwawayStore();
});
afterEach(() => throwaway[Symbol.asyncDispose]());

const at = (...names: string[]) => path.join(throwaway.folder, 'sources', ...names);

function write(name: string, content: string | Uint8Array = name): void {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

/** As seen from the folder of sources; what stands for a clinical name is told from no other. */
const short = (text: string) =>
  text.replace(/^sources\//, '').replace(/(clinical|folder)-[0-9a-f]{16}/g, '$1-…');

/** Runs the collector as a build does; then what there is in the books, from the beginning. */
async function collect(folder = 'sources') {
  const { store } = throwaway;
  const steps = [collectFolder({ path: folder })];
  const defects: unknown[] = [];
  const [counts] = await runRecipe(store, defineRecipe({ name: 'test', about: '', steps }), {
    signal: new AbortController().signal,
    logDefect: error => defects.push(error),
  });
  expect(defects).toEqual([]);
  const things = await store.pool.query<{ path: string; class: string; title: string }>(
    `select t.data ->> 'path' as path, t.class, s.title from things t
     join provenance p on p.thing = t.id join sources s on s.id = p.input order by t.seq`,
  );
  const rejects = await store.pool.query<{ reason: string; place: string }>(
    'select reason, place from rejects order by id',
  );
  return {
    counts: counts!,
    files: things.rows.map(row => `${short(row.path)} ${row.class}`),
    titles: Object.fromEntries(things.rows.map(row => [short(row.path), short(row.title)])),
    rejects: rejects.rows.map(row => `${row.reason} ${short(row.place)}`),
  };
}

describe('a folder', () => {
  it('gives every file below it, by its sha256, in an order of its own', async () => {
    for (const name of ['b.txt', 'a/z.pdf', 'a/b/c.md', 'A.txt', 'a.txt']) write(name);
    const { files, counts } = await collect();
    const order = ['A.txt', 'a/b/c.md', 'a/z.pdf', 'a.txt', 'b.txt'];
    expect(files).toEqual(order.map(name => `${name} licensed`));
    expect(counts).toMatchObject({ in: 5, out: 5, made: 5, rejects: 0, waiting: 0 });
    const { rows } = await throwaway.store.pool.query(
      `select data, blobs from things where data ->> 'path' = 'sources/a/z.pdf'`,
    );
    const sha256 = hash('sha256', 'a/z.pdf');
    expect(rows).toEqual([
      { data: { path: 'sources/a/z.pdf', bytes: 7, sha256 }, blobs: [sha256] },
    ]);
    expect((await throwaway.store.blobs.get(sha256)).toString()).toBe('a/z.pdf');
    expect(await Array.fromAsync(verify(throwaway.store))).toEqual([]);
  });

  it('gives nothing twice, and what is new later', async () => {
    write('a.txt');
    const before = await collect();
    expect(await collect()).toEqual(before);
    write('b.txt');
    expect((await collect()).files).toEqual(['a.txt licensed', 'b.txt licensed']);
  });

  it('gives a file anew when what it holds has changed, or its class', async () => {
    write('a.txt', 'one');
    write('b.txt', 'two');
    await collect();
    write('a.txt', 'three');
    expect((await collect()).files).toEqual(['a.txt licensed', 'b.txt licensed', 'a.txt licensed']);
    write('source.yaml', 'class: clinical');
    const clinical = 'clinical-….txt clinical';
    expect((await collect()).files.slice(3)).toEqual([clinical, clinical]);
  });

  it('keeps the same bytes under two names apart, and stores them once', async () => {
    write('a.txt', 'same');
    write('b/a.txt', 'same');
    expect((await collect()).files).toEqual(['a.txt licensed', 'b/a.txt licensed']);
    expect(await Array.fromAsync(throwaway.store.blobs.list())).toHaveLength(1);
  });

  it('takes every name that there is', async () => {
    const names = [
      '脊柱外科学 第3章.pdf',
      'e\u0301.txt',
      '\u00e9.txt',
      ' leading and trailing ',
      'line\nbreak\ttab.txt',
      'quote"\'`.txt',
      'back\\slash.txt',
      '%2e%2e.txt',
      '-rf',
      'x..txt',
      'a public 0123',
      'x without source.yaml',
      '👩🏽‍⚕️.txt',
      '\u202etxt.exe',
      '\x01\x7f',
      `${'长'.repeat(80)}.md`,
    ];
    for (const name of names) write(`in/${name}`);
    const { files, rejects } = await collect();
    const expected = names.map(name => `in/${name} licensed`);
    expect({ files: files.sort(), rejects }).toEqual({ files: expected.sort(), rejects: [] });
  });

  it('takes names that look like the keys of others for what they are', async () => {
    const name = 'a.txt';
    write(name);
    const { files } = await collect();
    const key = `${files[0]} ${hash('sha256', name)}`;
    write(key, 'other');
    write('a.txt licensed', name);
    write('a.txt licensed empty', '');
    const { counts } = await collect();
    expect(counts).toMatchObject({ in: 4, out: 3, rejects: 1, reasons: { empty: 1 } });
  });

  it('takes many files, and knows them again, in little time', async () => {
    for (let i = 0; i < 800; i++) write(`${i % 30}/${i}.txt`);
    const first = performance.now();
    expect((await collect()).counts).toMatchObject({ in: 800, out: 800 });
    const firstMs = performance.now() - first;
    const second = performance.now();
    expect((await collect()).counts).toMatchObject({ in: 800, out: 800 });
    expect(firstMs).toBeLessThan(100_000);
    expect(performance.now() - second).toBeLessThan(firstMs);
  }, 180_000);

  it('may lie outside the workspace, and is another source then', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'spinemed-outside-'));
    try {
      writeFileSync(path.join(outside, 'a.txt'), 'outside');
      write('a.txt', 'inside');
      await collect();
      const { titles } = await collect(outside);
      expect(titles).toEqual({
        'a.txt': 'sources',
        [`${outside}/a.txt`]: path.basename(outside),
      });
      const { rows } = await throwaway.store.pool.query('select origin from sources order by at');
      expect(rows).toEqual([{ origin: 'sources' }, { origin: outside }]);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it.each([
    ['missing', () => 'nothing', 'folder-missing'],
    ['a file', () => 'spinemed.yaml', 'folder-missing'],
    ['the workspace itself', () => '.', 'folder-holds-workspace'],
    ['above the workspace', () => '..', 'folder-holds-workspace'],
  ])('that is %s is refused', async (_, prepare, code) => {
    await expect(collect(prepare())).rejects.toMatchObject({ code, mender: 'user' });
  });
});

/** Whose files they are is not known, so the folder's name does not show. */
const brokenFile = 'source-file-invalid source.yaml of folder-…';

describe('source.yaml', () => {
  it('holds for its folder and all below, up to the next one', async () => {
    write('a.txt');
    write('book/source.yaml', 'title: 脊柱\nclass: public\nlicence: CC-BY-4.0\nlanguage: zh\n');
    write('book/b.txt');
    write('book/1/2/c.txt');
    write('book/cases/source.yaml', 'class: clinical');
    write('book/cases/d.txt');
    const { files, titles, rejects } = await collect();
    expect(rejects).toEqual([]);
    expect(files).toEqual([
      'a.txt licensed',
      'book/1/2/c.txt public',
      'book/b.txt public',
      'clinical-….txt clinical',
    ]);
    expect(titles).toEqual({
      'a.txt': 'sources',
      'book/1/2/c.txt': '脊柱',
      'book/b.txt': '脊柱',
      'clinical-….txt': 'folder-…',
    });
    const { rows } = await throwaway.store.pool.query(
      `select origin, class, licence, language from sources where title = '脊柱'`,
    );
    expect(rows).toEqual([
      { origin: 'sources/book', class: 'public', licence: 'CC-BY-4.0', language: 'zh' },
    ]);
  });

  it('above the folder that is collected holds too', async () => {
    write('hospital/source.yaml', 'class: clinical');
    write('hospital/ward/case/a.txt');
    expect((await collect('sources/hospital/ward')).files).toEqual(['clinical-….txt clinical']);
  });

  it('that is broken rejects all it would hold for, and counts as no source', async () => {
    const broken: Record<string, string | Uint8Array> = {
      'an unknown class': 'class: secret',
      'a class in capitals': 'class: Clinical',
      'a misspelt setting': 'clas: clinical',
      'no group of settings': 'clinical',
      'a tab': 'class:\n\tclinical',
      'the same setting twice': 'class: clinical\nclass: public',
      'two documents': 'class: public\n---\nclass: clinical',
      'an alias': 'title: &a public\nclass: *a',
      'an alias bomb': aliasBomb(),
      'a doi that is none': 'doi: 12345',
      'brackets without end': '['.repeat(10_000),
      'more than anyone would write': `title: ${'x'.repeat(20_000)}`,
      'another encoding': Buffer.from([0x74, 0x3a, 0x20, 0xbc, 0xb9, 0xd6, 0xf9]),
    };
    for (const [name, text] of Object.entries(broken)) {
      write(`${name}/source.yaml`, text);
      write(`${name}/a.txt`);
      write(`${name}/1/b.txt`);
    }
    write('c.txt');
    const { files, rejects, counts } = await collect();
    expect(files).toEqual(['c.txt licensed']);
    const told = Object.keys(broken).flatMap(() => [brokenFile, brokenFile]);
    expect(rejects).toEqual(told);
    expect(counts).toMatchObject({ out: 1, rejects: rejects.length });
    const { rows } = await throwaway.store.pool.query(
      'select class::text, count::int from source_counts',
    );
    expect(rows).toEqual([{ class: 'licensed', count: 1 }]);
    expect(await Array.fromAsync(throwaway.store.blobs.list())).toHaveLength(1);
  });

  it('under a name like it is no licence to guess', async () => {
    const names = ['source.yml', 'Source.yaml', 'SOURCE.YAML', 'source.yaml.txt', '.source.yaml'];
    names.push('sources.yaml');
    for (const [i, name] of names.entries()) {
      write(`case ${i}/${name}`, 'class: clinical');
      write(`case ${i}/a.txt`);
    }
    const { files, rejects } = await collect();
    expect(files).toEqual([]);
    // A misnamed one is a file like its neighbours, but for the hidden one.
    expect(rejects).toHaveLength(2 * names.length - 1);
    expect(new Set(rejects)).toEqual(new Set([brokenFile]));
  });

  it('that is a dangling link or a folder is broken as well', async () => {
    write('one/a.txt');
    symlinkSync('/nowhere/source.yaml', at('one', 'source.yaml'));
    write('two/a.txt');
    mkdirSync(at('two', 'source.yaml'));
    write('two/source.yaml/deep.txt');
    const { files, rejects } = await collect();
    expect(files).toEqual([]);
    expect(rejects).toHaveLength(3);
  });

  it('that was mended lets its files in', async () => {
    write('book/source.yaml', 'class: publik');
    write('book/a.txt');
    await collect();
    write('book/source.yaml', 'class: public');
    expect((await collect()).files).toEqual(['book/a.txt public']);
  });

  it('may be empty, and says nothing then', async () => {
    write('source.yaml', '# later\n');
    write('a.txt');
    expect((await collect()).files).toEqual(['a.txt licensed']);
  });
});

describe('what cannot be collected is in the books:', () => {
  it('empty files', async () => {
    write('a.txt', '');
    expect((await collect()).rejects).toEqual(['empty a.txt']);
  });

  it('links, whose targets have a licence of their own, and other things that are no files', async () => {
    write('a.txt');
    writeFileSync(path.join(throwaway.folder, 'secret.txt'), 'secret');
    symlinkSync(at('a.txt'), at('inside'));
    symlinkSync('../secret.txt', at('outside'));
    symlinkSync('/', at('root'));
    symlinkSync('loop', at('loop'));
    symlinkSync('gone', at('dangling'));
    execFileSync('mkfifo', [at('pipe')]);
    const socket = createServer().listen(at('socket'));
    try {
      const { files, rejects } = await collect();
      expect(files).toEqual(['a.txt licensed']);
      const names = ['dangling', 'inside', 'loop', 'outside', 'pipe', 'root', 'socket'];
      expect(rejects).toEqual(names.map(name => `not-a-file ${name}`));
    } finally {
      socket.close();
    }
  });

  it('names in another encoding, each told from the others', async () => {
    const folder = Buffer.from(`${at()}/`);
    write('a.txt');
    for (const name of [[0xbc, 0xb9], [0xd6, 0xf9], [0xff]])
      writeFileSync(Buffer.concat([folder, Buffer.from(name)]), 'x');
    mkdirSync(Buffer.concat([folder, Buffer.from([0xd0, 0xfe])]));
    writeFileSync(Buffer.concat([folder, Buffer.from([0xd0, 0xfe, 0x2f, 0x61])]), 'x');
    const { files, rejects } = await collect();
    expect(files).toEqual(['a.txt licensed']);
    expect(rejects.map(text => /<(.*)>/.exec(text)?.[1])).toEqual(['bcb9', 'd0fe', 'd6f9', 'ff']);
  });

  it('folders that cannot be read', async () => {
    write('a.txt');
    // Too deep to be opened by its whole name, which stops root as well.
    const name = 'd'.repeat(200);
    const script = `for (let i = 0; i < 25; i++) {
      fs.mkdirSync('${name}');
      process.chdir('${name}');
    }`;
    execFileSync(process.execPath, ['-e', script], { cwd: at() });
    try {
      const { files, rejects } = await collect();
      expect(files).toEqual(['a.txt licensed']);
      expect(rejects).toHaveLength(1);
      expect(rejects[0]).toMatch(/^unreadable ddd/);
    } finally {
      execFileSync('rm', ['-rf', name], { cwd: at() });
    }
  });

  it('files that change or go while they are collected', async () => {
    const { blobs } = throwaway.store;
    for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name);
    const { putFile } = blobs;
    blobs.putFile = file => {
      if (file.endsWith('a.txt')) appendFileSync(file, 'more');
      if (file.endsWith('b.txt')) renameSync(file, `${file}.part`);
      return putFile(file);
    };
    const { files, rejects } = await collect();
    expect(files).toEqual(['c.txt licensed']);
    expect(rejects).toEqual(['changed-meanwhile a.txt', 'unreadable b.txt']);
    blobs.putFile = putFile;
    expect((await collect()).files).toEqual([
      'c.txt licensed',
      'a.txt licensed',
      'b.txt.part licensed',
    ]);
  });

  it('but not hidden files, which are nobody’s sources', async () => {
    for (const name of ['.DS_Store', '.git/config', 'a/.hidden/b.txt', '...', 'a/c.txt'])
      write(name);
    const { files, rejects } = await collect();
    expect({ files, rejects }).toEqual({ files: ['a/c.txt licensed'], rejects: [] });
  });
});

describe('the same folder, asked for in another way,', () => {
  it('gives nothing twice: from above, from below, and by a recipe', async () => {
    write('books/1/a.txt');
    write('books/2/b.txt');
    await collect('sources/books/1');
    await collect(at('books'));
    await collect('sources/books');
    const { files, counts } = await collect();
    expect(files).toEqual(['books/1/a.txt licensed', 'books/2/b.txt licensed']);
    expect(counts).toMatchObject({ in: 2, out: 2 });
  });

  it('leaves cases and questions of the workspace to those who collect them', async () => {
    write('hospital-cases/王小明/note.txt');
    write('question-bank/bank.csv');
    write('book/hospital-cases/a.txt');
    expect((await collect()).files).toEqual(['book/hospital-cases/a.txt licensed']);
    await expect(collect('sources/hospital-cases/王小明')).rejects.toMatchObject({
      code: 'folder-of-another-collector',
      hint: expect.stringContaining('collect cases'),
    });
  });
});

describe('clinical files that belong to no case', () => {
  it('show their names nowhere, and whoever has the key finds them', async () => {
    write('ward 王小明/source.yaml', 'class: clinical\ntitle: 王小明');
    write('ward 王小明/王小明.txt');
    write('ward 王小明/空 王小明.txt', '');
    write('李四/source.yaml', 'class: [');
    write('李四/a.txt');
    const { rejects } = await collect();
    expect(rejects).toEqual(['empty clinical-….txt', brokenFile]);
    const { rows } = await throwaway.store.pool.query<{ t: string }>(
      `select row_to_json(s)::text as t from sources s union all
       select row_to_json(r)::text from rejects r union all select data::text from things`,
    );
    for (const { t } of rows) expect(t).not.toMatch(/王|李|ward/);
    const places = await throwaway.store.pool.query<{ place: string }>(
      'select place from rejects order by id',
    );
    const find = (place: string) => findClinical(at(), throwaway.folder, place);
    const [empty, broken] = places.rows.map(({ place }) => place);
    expect(await find(empty!)).toBe(at('ward 王小明', '空 王小明.txt'));
    expect(await find(broken!.replace('source.yaml of ', ''))).toBe(at('李四'));
    expect(await find('0123456789abcdef')).toBeUndefined();
  });
});

it('stops for the user when the blobs cannot be stored, and goes on later', async () => {
  write('a.txt');
  rmSync(path.join(throwaway.folder, 'blobs', 'incoming'), { recursive: true });
  writeFileSync(path.join(throwaway.folder, 'blobs', 'incoming'), 'in the way');
  await expect(collect()).rejects.toMatchObject({ code: 'storage-refused', mender: 'user' });
  rmSync(path.join(throwaway.folder, 'blobs', 'incoming'));
  mkdirSync(path.join(throwaway.folder, 'blobs', 'incoming'));
  expect((await collect()).files).toEqual(['a.txt licensed']);
});

function aliasBomb(): string {
  const levels = 'bcdefgh'.split('').map((name, i) => {
    const last = `*${'abcdefg'[i]}`;
    return `${name}: &${name} [${Array(9).fill(last).join(', ')}]\n`;
  });
  return `a: &a [x]\n${levels.join('')}`;
}
