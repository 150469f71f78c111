import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RawPage } from '../../layout/raw-page.ts';
import { readGraphics } from './read-graphics.ts';
import { readRuns } from './read-runs.ts';

/** Graphics first: fonts are known by name only once the page's operators were read. */
export async function readPage(
  page: PDFPageProxy,
  number: number,
  removed: () => number,
): Promise<RawPage> {
  const before = removed();
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const list = await page.getOperatorList();
  const graphics = readGraphics(list, viewport, removed() > before);
  const { runs, fonts } = await readRuns(page, viewport);
  return { number, width, height, runs, fonts, ...graphics };
}
