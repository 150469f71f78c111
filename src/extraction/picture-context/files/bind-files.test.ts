import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SpinemedError } from '../../../errors/index.ts';
import type { Binding } from '../binding.ts';
import { bindFiles } from './bind-files.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'spinemed-bind-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

async function bind(paths: string[]) {
  const out = path.join(folder(), 'out.jsonl');
  const errors: SpinemedError[] = [];
  const counts = await bindFiles(paths, out, error => errors.push(error));
  const lines = readFileSync(out, 'utf8').split('\n').slice(0, -1);
  return { counts, errors, bindings: lines.map((line): Binding => JSON.parse(line)) };
}

test('files of all folders come out in one order, however many work on them', async () => {
  const root = folder();
  const names = Array.from(
    { length: 60 },
    (_, at) => `${at % 3}/${String(at).padStart(2, '0')}.md`,
  );
  for (const [at, name] of names.entries()) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    const much = at % 7 === 0 ? 'Words and words. '.repeat(40_000) : '';
    writeFileSync(path.join(root, name), `${much}\n\n![](${at})\n\nFigure 1. Of ${at}.\n`);
  }
  const { counts, errors, bindings } = await bind([root]);
  expect(errors).toEqual([]);
  expect(counts).toEqual({ documents: 60, pictures: 60, bound: 60, rejected: 0 });
  const files = bindings.map(({ document }) => path.relative(root, document));
  expect(files).toEqual(names.toSorted());
  expect((await bind([root])).bindings).toEqual(bindings);
});

test('what cannot be read is told, by its place, and the rest goes on', async () => {
  const root = folder();
  const at = (name: string) => path.join(root, name);
  writeFileSync(at('a.md'), '![](a)\n');
  writeFileSync(at('b.md'), Buffer.from([0x21, 0xff, 0xfe]));
  symlinkSync(at('nowhere'), at('c.md'));
  writeFileSync(at('d.markdown'), '![](d)\n');
  writeFileSync(at('e.txt'), '![](e)\n');
  symlinkSync(root, at('loop'));
  const { counts, errors, bindings } = await bind([root, at('missing')]);
  expect(bindings.map(({ picture }) => picture.src)).toEqual(['a', 'd']);
  expect(counts).toEqual({ documents: 2, pictures: 2, bound: 0, rejected: 3 });
  const told = errors.map(({ code, place }) => `${code} ${path.relative(root, place!)}`);
  expect(told.toSorted()).toEqual([
    'file-unreadable c.md',
    'file-unreadable missing',
    'not-utf8 b.md',
  ]);
});

test('an output that cannot be written is the caller’s mistake', async () => {
  const root = folder();
  writeFileSync(path.join(root, 'a.md'), '![](a)\n');
  const out = path.join(root, 'no', 'such', 'out.jsonl');
  await expect(bindFiles([root], out, () => {})).rejects.toMatchObject({
    code: 'file-unwritable',
    mender: 'user',
  });
});
