import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runSpinemed } from '../../../tests/run-spinemed.ts';
import { documentSchema } from '../../contracts/document/index.ts';
import { makePages, textAt } from '../../extraction/pdf/testing/make-pdf.ts';

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-extract-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function page(words: string): string {
  const lines = Array.from({ length: 6 }, (_, at) =>
    textAt(40, 560 - 14 * at, `${words} in line ${at} of a page that says nothing else at all.`),
  );
  return lines.join('');
}

const article = `<article article-type="research-article"><front><article-meta><title-group><article-title>On discs</article-title></title-group></article-meta></front><body><sec><title>Methods</title><p>None were used.</p></sec></body></article>`;

test('writes a folder a file, keeps what is whole, and tells of rejects', {
  timeout: 60_000,
}, async () => {
  const folder = newFolder();
  const out = path.join(folder, 'out');
  mkdirSync(path.join(folder, 'b'));
  const files = ['a.pdf', 'b/a.pdf', 'article.xml', 'broken.pdf'].map(name =>
    path.join(folder, name),
  );
  writeFileSync(files[0]!, makePages([page('First'), page('Second')]));
  writeFileSync(files[1]!, makePages([page('Other')]));
  writeFileSync(files[2]!, article);
  writeFileSync(files[3]!, '%PDF-1.7 and nothing more');

  const first = await runSpinemed(['extract', ...files, '--out', out, '--json']);
  expect(first.status).toBe(1);
  expect(first.stderr).toMatch(/broken\.pdf: rejected, pdf-unreadable: .*cannot be read/);
  const { files: results, totals } = JSON.parse(first.stdout);
  expect(totals).toMatchObject({ in: 4, out: 3, rejected: 1, pagesIn: 3, pagesOut: 3 });
  expect(results.map((one: { folder: string }) => one.folder)).toEqual([
    'a',
    'a-2',
    'article',
    null,
  ]);
  expect(readdirSync(out).sort()).toEqual(['a', 'a-2', 'article']);
  expect(readFileSync(path.join(out, 'a', 'document.md'), 'utf8')).toMatch(
    /First in line 0.*Second in line 5/s,
  );
  expect(readFileSync(path.join(out, 'article', 'document.md'), 'utf8')).toContain('# Methods');
  for (const name of ['a', 'a-2', 'article']) {
    const text = readFileSync(path.join(out, name, 'document.json'), 'utf8');
    const { blocks } = documentSchema.parse(JSON.parse(text));
    const lines = readFileSync(path.join(out, name, 'document.md'), 'utf8').split('\n');
    for (const {
      lines: [a],
      text: said,
    } of blocks)
      expect(lines[a - 1]).toContain(said);
  }

  const written = statSync(path.join(out, 'a', 'document.json')).mtimeMs;
  writeFileSync(files[1]!, makePages([page('Changed')]));
  rmSync(path.join(out, 'article', 'document.json'));
  rmSync(path.join(out, 'article'), { recursive: true });
  const again = await runSpinemed(['extract', ...files.slice(0, 3), '--out', out, '--json']);
  expect(again.status).toBe(0);
  const statuses = JSON.parse(again.stdout).files.map((one: { status: string }) => one.status);
  expect(statuses).toEqual(['kept', 'extracted', 'extracted']);
  expect(statSync(path.join(out, 'a', 'document.json')).mtimeMs).toBe(written);
  expect(readFileSync(path.join(out, 'a-2', 'document.md'), 'utf8')).toContain('Changed');
});

test('a folder of somebody else is left alone', { timeout: 60_000 }, async () => {
  const folder = newFolder();
  const file = path.join(folder, 'mine.pdf');
  writeFileSync(file, makePages([page('Mine')]));
  mkdirSync(path.join(folder, 'out', 'mine'), { recursive: true });
  const precious = path.join(folder, 'out', 'mine', 'precious.txt');
  writeFileSync(precious, 'x');
  const ran = await runSpinemed(['extract', file, '--out', path.join(folder, 'out')]);
  expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('folder-taken')]);
  expect(existsSync(precious)).toBe(true);
  expect(readdirSync(path.join(folder, 'out'))).toEqual(['mine']);
});

test('a wrong call ends with 2 and a line', async () => {
  const folder = newFolder();
  const file = path.join(folder, 'a.pdf');
  writeFileSync(file, makePages([page('A')]));
  const calls = [
    ['extract', '--out', folder],
    ['extract', file],
    ['extract', path.join(folder, 'none.pdf'), '--out', folder],
    ['extract', folder, '--out', folder],
    ['extract', file, '--out', path.join(file, 'below')],
    ['extract', file, '--out', folder, '--paddlex', 'not an address'],
    ['extract', file, '--out', folder, '--paddlex', 'http://8.8.8.8:9/'],
  ];
  for (const call of calls) {
    const ran = await runSpinemed(call);
    expect([call.length, ran.status]).toEqual([call.length, 2]);
    expect(ran.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  }
});
