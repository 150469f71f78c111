import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExtractedFile, extractFiles } from '../document/extract-files.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';
import { openPdfReader } from './pdf-reader.ts';
import { readPdf } from './read-pdf.ts';
import { deflated, makePages, makePdf, textAt } from './testing/make-pdf.ts';

const noOcr: OcrEngine = {
  name: 'none',
  version: '1',
  read: () => Promise.reject(new Error('no engine')),
  close() {},
};
const sentence = 'A sentence that is long enough to be taken for the text of a page of a book.';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'spinemed-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function save(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function extractAll(files: string[]): Promise<ExtractedFile[]> {
  return Array.fromAsync(extractFiles(files, path.join(folder, 'out'), { ocr: noOcr }));
}

async function read(file: string, limits = {}) {
  return readPdf(file, { ocr: noOcr, savePicture: async () => 'a'.repeat(64), limits });
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, at) => textAt(40, 560 - 14 * at, sentence)).join('');
}

test('one bad file is a reject with a code, and stops no other', { timeout: 60_000 }, async () => {
  const whole = makePages([lines(5)]);
  const files = await Promise.all([
    save('nothing.pdf', ''),
    save('text.pdf', 'this is no PDF'),
    save('head.pdf', '%PDF-1.7\n'),
    save(
      'noise.pdf',
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 'x1 0 obj<<')]),
    ),
    save('locked.pdf', lockedPdf()),
    save('loop.pdf', loopingPdf()),
    save('whole.pdf', whole),
  ]);
  const results = await extractAll([...files, path.join(folder, 'missing.pdf')]);
  expect(results.map(({ status, error }) => error?.code ?? status)).toEqual([
    'file-empty',
    'file-unrecognised',
    'pdf-unreadable',
    'pdf-unreadable',
    'pdf-encrypted',
    'extracted',
    'extracted',
    'file-unreadable',
  ]);
  // The one that leads back to itself has a page, which is none.
  expect(results[5]!.counts).toEqual({ pagesIn: 1, pagesOut: 0, pagesRejected: 1 });
});

test('a file cut short gives what is left of it, or is a reject', { timeout: 60_000 }, async () => {
  const whole = makePages(Array.from({ length: 6 }, () => lines(8)));
  for (const share of [0.2, 0.5, 0.8, 0.95]) {
    const file = await save(
      `cut-${share}.pdf`,
      whole.subarray(0, Math.floor(share * whole.length)),
    );
    const [result] = await extractAll([file]);
    const counts = result!.counts;
    if (counts) expect(counts.pagesIn).toBe(counts.pagesOut + counts.pagesRejected);
    else expect(result!.error!.code).toBe('pdf-unreadable');
  }
});

test('a page that takes too long costs that page alone', { timeout: 60_000 }, async () => {
  // Forms that draw forms, ten of each: ten to the ninth in the end.
  const forms = Array.from({ length: 9 }, (_, at) =>
    deflated(
      `/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /XObject << /X ${at + 5} 0 R >> >>`,
      at === 8 ? '0 0 m 9 9 l 3 1 l S' : '/X Do '.repeat(10),
    ),
  );
  const file = await save(
    'forms.pdf',
    makePages([lines(5), '/X Do', lines(5)], { resources: '/XObject << /X 4 0 R >>', more: forms }),
  );
  const result = await read(file, { pageMs: 3_000, memoryMiB: 1024 });
  expect(result.pagesIn).toBe(3);
  expect(result.pages.map(({ number }) => number)).toEqual([1, 3]);
  expect(result.rejects).toMatchObject([
    { page: 2, reason: expect.stringMatching(/^page-over-(time|memory)$/) },
  ]);
});

test('a stream that unpacks to gigabytes ends its process, not ours', {
  timeout: 90_000,
}, async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(400_000_000, ' ')));
  const file = await save(
    'bomb.pdf',
    makePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R >>',
      { dictionary: '/Filter [/FlateDecode /FlateDecode]', stream: bomb },
    ]),
  );
  const before = process.memoryUsage().rss;
  const result = await read(file, { pageMs: 20_000, memoryMiB: 700 });
  expect(result.pages.length + result.rejects.length).toBe(1);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
});

test('a picture of a billion pixels is a reject with its place', { timeout: 60_000 }, async () => {
  const image = {
    dictionary:
      '/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
    stream: deflateSync(Buffer.alloc(1_000_000)),
  };
  const file = await save(
    'picture.pdf',
    makePages([`${lines(6)} q 200 0 0 200 50 100 cm /I Do Q`], {
      resources: '/XObject << /I 4 0 R >>',
      more: [image],
    }),
  );
  const result = await read(file, { memoryMiB: 900 });
  expect(result.pages).toHaveLength(1);
  expect(result.blocks.some(({ text }) => text.includes('long enough'))).toBe(true);
  expect(result.rejects).toEqual([
    { page: 1, place: 'figure-1, box 50 300 200 200', reason: 'figure-over-limit' },
  ]);
  expect(result.figures).toMatchObject([{ file: null, page: 1, box: [50, 300, 200, 200] }]);
});

test('a page that is nothing but a picture too large is a reject', {
  timeout: 60_000,
}, async () => {
  const image = {
    dictionary:
      '/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
    stream: deflateSync(Buffer.alloc(1_000_000)),
  };
  const file = await save(
    'only.pdf',
    makePages(['q 400 0 0 600 0 0 cm /I Do Q'], {
      resources: '/XObject << /I 4 0 R >>',
      more: [image],
    }),
  );
  const result = await read(file);
  expect(result.rejects).toEqual([{ page: 1, place: null, reason: 'page-over-limit' }]);
});

test('pages past the limit are rejects, one a page', { timeout: 60_000 }, async () => {
  const file = await save('many.pdf', makePages(Array.from({ length: 40 }, () => lines(2))));
  const result = await read(file, { pages: 25 });
  expect(result.pagesIn).toBe(40);
  expect(result.pages).toHaveLength(25);
  expect(result.rejects.map(({ page, reason }) => [page, reason])).toEqual(
    Array.from({ length: 15 }, (_, at) => [26 + at, 'page-over-limit']),
  );
});

test('a count of pages that is a lie does not keep us', { timeout: 60_000 }, async () => {
  const honest = makePages([lines(3)]).toString('latin1');
  const lie = Buffer.from(honest.replace('/Count 1', '/Count 2000000000'), 'latin1');
  const [result] = await extractAll([await save('lie.pdf', lie)]);
  expect(result!.error?.code ?? result!.counts!.pagesIn).toSatisfy(
    value => value === 'pdf-unreadable' || value === 'pdf-over-limit' || value === 1,
  );
});

test('scripts and files inside a file are neither run nor kept', { timeout: 60_000 }, async () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\); this.exportDataObject\\(\\)) >>';
  const file = await save(
    'script.pdf',
    makePages([lines(4)], {
      catalogue: '/OpenAction 4 0 R /Names << /EmbeddedFiles << /Names [(a.exe) 5 0 R] >> >>',
      more: [script, '<< /Type /Filespec /F (a.exe) >>'],
    }),
  );
  const [result] = await extractAll([file]);
  expect(result).toMatchObject({ status: 'extracted', counts: { pagesIn: 1, pagesOut: 1 } });
  const text = await readFile(path.join(folder, 'out', 'script', 'document.json'), 'utf8');
  expect(text).not.toMatch(/alert|a\.exe/);
});

test('fifty thousand words in one place are a page to reject or read, soon', {
  timeout: 120_000,
}, async () => {
  const words = Array.from({ length: 50_000 }, (_, at) =>
    textAt(20 + (at % 300), 20 + ((at * 7) % 500), 'ab', 4),
  ).join('');
  const boxes = Array.from({ length: 15_000 }, (_, at) => `${at % 300} ${at % 500} 9 9 re f`).join(
    '\n',
  );
  const file = await save('crowd.pdf', makePages([words + boxes, lines(4)]));
  const start = Date.now();
  const result = await read(file);
  expect(result.pages.length + result.rejects.length).toBe(2);
  expect(Date.now() - start).toBeLessThan(45_000);
});

test('what has no text and cannot be read as a picture is a reject', {
  timeout: 60_000,
}, async () => {
  const image = {
    dictionary:
      '/Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
    stream: deflateSync(Buffer.alloc(10_000, 100)),
  };
  const file = await save(
    'scan.pdf',
    makePages(['q 400 0 0 600 0 0 cm /I Do Q', ''], {
      resources: '/XObject << /I 4 0 R >>',
      more: [image],
    }),
  );
  const result = await read(file);
  expect(result.rejects).toEqual([{ page: 1, place: null, reason: 'ocr-failed' }]);
  expect(result.pages).toMatchObject([{ number: 2, read: 'blank' }]);
});

test('the process that reads ends with its reader', { timeout: 60_000 }, async () => {
  const file = await save('ends.pdf', makePages([lines(2)]));
  const limits = { openMs: 20_000, pageMs: 20_000, memoryMiB: 1024 };
  const reader = await openPdfReader(file, limits);
  reader.close();
  // A page asked for later is read by a new process.
  expect(await reader.readPage(1)).toHaveProperty('ok');
  reader.close();
});

/** A page tree and a table of objects that lead back to themselves. */
function loopingPdf(): Buffer {
  const text = makePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
  ]).toString('latin1');
  const at = text.lastIndexOf('xref\n0');
  return Buffer.from(text.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1');
}

/** Locked by a password that nobody knows (the standard handler, 40-bit RC4). */
function lockedPdf(): Buffer {
  const owner = createHash('sha256').update('owner').digest();
  const user = createHash('sha256').update('user').digest();
  const id = createHash('md5').update('id').digest();
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  return makePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -44 >>`,
    ],
    `/Encrypt 3 0 R /ID [${hex(id)} ${hex(id)}]`,
  );
}
