import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { SpineDocument } from '../../../contracts/document/index.ts';
import { extractFiles } from '../../document/extract-files.ts';
import type { OcrEngine } from '../../ocr/ocr-engine.ts';

export type Printed = { markdown: string; document: SpineDocument; folder: string };

/** Prints pages to PDF in a real browser, and reads them back as `extract` does. */
export async function openPrinter(browser: Browser, ocr: OcrEngine) {
  const folder = await mkdtemp(path.join(tmpdir(), 'spinemed-print-'));
  return {
    async print(name: string, html: string): Promise<Printed> {
      const page = await browser.newPage();
      await page.setContent(html);
      await page.evaluate('document.fonts.ready');
      const margin = { top: '22mm', bottom: '20mm', left: '20mm', right: '20mm' };
      const bytes = await page.pdf({ format: 'A4', printBackground: true, margin });
      await page.close();
      const file = path.join(folder, `${name}.pdf`);
      await writeFile(file, bytes);
      const [result] = await Array.fromAsync(
        extractFiles([file], path.join(folder, 'out'), { ocr }),
      );
      expect(result).toMatchObject({ status: 'extracted' });
      const out = path.join(folder, 'out', result!.folder!);
      const read = (part: string) => readFile(path.join(out, part), 'utf8');
      return {
        markdown: await read('document.md'),
        document: JSON.parse(await read('document.json')),
        folder: out,
      };
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For pages that have a text of their own. */
export const noOcr: OcrEngine = {
  name: 'none',
  version: '1',
  read: () => Promise.reject(new Error('no engine')),
  close() {},
};
