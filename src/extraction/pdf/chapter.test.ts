import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tests/chromium.ts';
import type { SpineDocument } from '../../contracts/document/index.ts';
import { extractFiles } from '../document/extract-files.ts';
import { openLocalOcr } from '../ocr/local-ocr.ts';
import { bindPictures } from '../picture-context/index.ts';
import { chapterHtml } from './testing/chapter-html.ts';
import {
  headingsOf,
  paragraphsOf,
  plainWords,
  readChapter,
  shareInOrder,
} from './testing/compare-texts.ts';

const ocr = openLocalOcr();
let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(path.join(tmpdir(), 'spinemed-pdf-'));
}, 60_000);

afterAll(async () => {
  ocr.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function printPdf(name: string, html: string): Promise<string> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate('document.fonts.ready');
  const style = 'font-size: 8pt; width: 100%; text-align: center';
  const bytes = await page.pdf({
    format: 'A4',
    margin: { top: '22mm', bottom: '20mm', left: '20mm', right: '20mm' },
    displayHeaderFooter: true,
    headerTemplate: `<div style="${style}">A running head</div>`,
    footerTemplate: `<div style="${style}"><span class="pageNumber"></span></div>`,
  });
  await page.close();
  const file = path.join(folder, `${name}.pdf`);
  await writeFile(file, bytes);
  return file;
}

async function extract(file: string): Promise<{ markdown: string; document: SpineDocument }> {
  const out = path.join(folder, 'out');
  for await (const result of extractFiles([file], out, { ocr })) {
    expect(result).toMatchObject({ status: 'extracted', rejects: [] });
    const read = (name: string) => readFile(path.join(out, result.folder!, name), 'utf8');
    return {
      markdown: await read('document.md'),
      document: JSON.parse(await read('document.json')),
    };
  }
  throw new Error('nothing came out');
}

/** What each label is bound to, without what only the Markdown's own form decides. */
function bindingsOf(markdown: string) {
  const plain = (text: string) => plainWords(text).join('');
  return bindPictures(markdown, 'chapter').map(({ label, caption, context, status }) => ({
    label,
    status,
    caption: caption && plain(caption.text),
    mentions: context
      .filter(({ relation }) => relation === 'mention')
      .map(({ text }) => plain(text))
      .sort(),
  }));
}

const chapters = [
  { name: 'lumbar-guide', language: 'en', columns: 1 },
  { name: 'lumbar-guide', language: 'en', columns: 2 },
  { name: 'cervical-guide-zh', language: 'zh', columns: 1 },
  { name: 'cervical-guide-zh', language: 'zh', columns: 2 },
] as const;

test.each(chapters)(
  'a PDF of $name in $columns columns says what its Markdown says',
  {
    timeout: 120_000,
  },
  async ({ name, language, columns }) => {
    const { folder: chapter, source } = readChapter(name);
    const html = chapterHtml(source, chapter, { columns, language });
    const { markdown, document } = await extract(await printPdf(`${name}-${columns}`, html));

    expect(headingsOf(markdown)).toEqual(headingsOf(source));
    const words = plainWords(source);
    const found = plainWords(markdown);
    expect(shareInOrder(words, found)).toBeGreaterThanOrEqual(0.995);
    expect(shareInOrder(found, words)).toBeGreaterThanOrEqual(0.99);
    const paragraphs = new Set(paragraphsOf(markdown));
    const kept = paragraphsOf(source).filter(text => paragraphs.has(text));
    expect(kept.length / paragraphsOf(source).length).toBeGreaterThanOrEqual(0.98);
    expect(bindingsOf(markdown)).toEqual(bindingsOf(source));

    expect(document.language).toBe(language);
    expect(document.title).toBe(headingsOf(source)[0]!.slice(2));
    expect(document.pages!.every(page => page.read === 'text')).toBe(true);
    const { pagesIn, pagesOut, pagesRejected } = document.counts;
    expect(pagesIn).toBe(pagesOut + pagesRejected);
    for (const block of document.blocks) {
      expect(block.page).toBeGreaterThanOrEqual(1);
      expect(block.box).not.toBeNull();
    }
    expect(document.furniture!.some(({ text }) => text === 'A running head')).toBe(true);
    expect(markdown).not.toContain('A running head');
  },
);

test('reads an article full of traps in order', { timeout: 60_000 }, async () => {
  const html = await readFile(
    path.join(import.meta.dirname, 'testing', 'trap-article.html'),
    'utf8',
  );
  const { markdown, document } = await extract(await printPdf('trap', html));
  expect(headingsOf(markdown)).toEqual([
    '# Outcome of a made-up operation on the thoracolumbar junction',
    '## Introduction',
    '## Methods',
    '## Results',
    '## Discussion',
  ]);
  expect(markdown).toContain(
    'The thoracolumbar junction carries the transition from the stiff thoracic to the mobile lumbar spine. Injuries are common there, and a burst fracture of L1 is the usual example of a well-known injury that is treated in more than one way.<sup>1,2</sup>\n\nA second paragraph begins',
  );
  expect(markdown).toContain('CO<sub>2</sub> and of an area of 75 mm<sup>2</sup>');
  expect(markdown).toContain('measured on standing radiographs by');
  expect(markdown).toContain('| Angle (degrees) | 12 | 19 |');
  expect(markdown).toMatch(/^Key points\. An aside .* nothing else in it\.$/m);

  const [figure, ...others] = document.figures;
  expect(others).toEqual([]);
  expect(figure).toMatchObject({ kind: 'vector', label: 'Figure 1', page: 1 });
  expect(figure!.caption).toMatch(/^Figure 1\. Kyphotic angle .* invented\.$/);
  // The numbers and names of its axes are in the picture and not in the text.
  expect(markdown).not.toMatch(/6 12|kyphosis \(/);
  const note = document.blocks.find(({ type }) => type === 'footnote');
  expect(note?.text).toBe(
    '<sup>1</sup> A note at the foot of the column, which is not part of the text above it.',
  );
  expect(document.blocks.at(-1)).not.toMatchObject({ type: 'heading' });
  expect(document.blocks.filter(block => block.note?.includes('angle'))).toMatchObject([
    { text: 'Preprint of a made-up journal' },
  ]);
});
