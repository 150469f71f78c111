import type {
  Box,
  DocumentFigure,
  DocumentPage,
  DocumentReject,
} from '../../contracts/document/index.ts';
import type { ReadFile } from '../document/read-file.ts';
import { rejectLost } from '../document/reject-lost.ts';
import { layDocument, type PlannedFigure } from '../layout/lay-document.ts';
import type { RawPage } from '../layout/raw-page.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';
import { isBlank, needsOcr } from './needs-ocr.ts';
import { openPdfReader, type PdfLimits, type PdfReader, type Reason } from './pdf-reader.ts';

export type PdfOptions = {
  ocr: OcrEngine;
  savePicture(name: string, png: Uint8Array): Promise<string>;
  onPage?: ((done: number, of: number) => void) | undefined;
  limits?: Partial<ReadLimits> | undefined;
};

export type ReadLimits = PdfLimits & {
  /** For all pages of a file together, and more for each page of it. */
  fileMs: number;
  morePerPageMs: number;
  pages: number;
  runs: number;
};

const usualLimits: ReadLimits = {
  openMs: 60_000,
  pageMs: 30_000,
  memoryMiB: 2048,
  fileMs: 120_000,
  morePerPageMs: 3_000,
  pages: 20_000,
  runs: 4_000_000,
};

/** Dots to an inch that a page is read at. */
const ocrDpi = 200;

/** The pages of a PDF file as a text in reading order, with its figures. Every page comes out or is
 *  a reject; only a file that cannot be opened at all throws. */
export async function readPdf(file: string, options: PdfOptions): Promise<ReadFile> {
  const limits = { ...usualLimits, ...options.limits };
  const reader = await openPdfReader(file, limits);
  try {
    const read = await readPages(reader, limits, options);
    const laid = layDocument(read.raw);
    const drawn = await drawFigures(reader, laid.figures, options.savePicture);
    return {
      software: read.pages.some(page => page.read === 'ocr')
        ? { [options.ocr.name]: options.ocr.version }
        : {},
      title: laid.title ?? reader.title,
      language: laid.language,
      pages: read.pages,
      blocks: laid.blocks,
      figures: drawn.figures,
      furniture: laid.furniture,
      rejects: [...read.rejects, ...drawn.rejects, ...rejectLost(laid.lost)],
      pagesIn: reader.pages,
    };
  } finally {
    reader.close();
  }
}

async function readPages(reader: PdfReader, limits: ReadLimits, options: PdfOptions) {
  const raw: RawPage[] = [];
  const pages: DocumentPage[] = [];
  const rejects: DocumentReject[] = [];
  const endsAt = Date.now() + limits.fileMs + limits.morePerPageMs * Math.min(reader.pages, 20_000);
  let runs = 0;
  const reject = (page: number, reason: Reason) => rejects.push({ page, place: null, reason });
  for (let number = 1; number <= reader.pages; number++) {
    options.onPage?.(number - 1, reader.pages);
    if (number > limits.pages || runs > limits.runs) {
      reject(number, 'page-over-limit');
      continue;
    }
    if (Date.now() > endsAt) {
      reject(number, 'page-over-time');
      continue;
    }
    const asked = await reader.readPage(number);
    if ('reason' in asked) {
      reject(number, asked.reason);
      continue;
    }
    let page = asked.ok;
    let read: DocumentPage['read'] = isBlank(page) ? 'blank' : 'text';
    if (read === 'text' && needsOcr(page)) {
      if (page.images.some(({ isRemoved }) => isRemoved)) {
        reject(number, 'page-over-limit');
        continue;
      }
      const seen = await readPicture(reader, page, options.ocr);
      if ('reason' in seen) {
        reject(number, seen.reason);
        continue;
      }
      page = seen.ok;
      read = 'ocr';
    }
    runs += page.runs.length;
    raw.push(page);
    pages.push({ number, width: asked.ok.width, height: asked.ok.height, read });
  }
  return { raw, pages, rejects };
}

async function readPicture(
  reader: PdfReader,
  { number, width, height }: RawPage,
  ocr: OcrEngine,
): Promise<{ ok: RawPage } | { reason: Reason }> {
  const asked = await reader.draw(number, ocrDpi / 72, [[0, 0, width, height]], 0);
  if ('reason' in asked) return asked;
  const [picture] = asked.ok;
  if (!picture) return { reason: 'page-unreadable' };
  try {
    return { ok: await ocr.read({ picture: picture.png, page: number, width, height }) };
  } catch {
    return { reason: 'ocr-failed' };
  }
}

function placeOf(id: string, box: Box): string {
  return `${id}, box ${box.map(Math.round).join(' ')}`;
}

async function drawFigures(
  reader: PdfReader,
  planned: readonly PlannedFigure[],
  savePicture: PdfOptions['savePicture'],
) {
  const figures: DocumentFigure[] = [];
  const rejects: DocumentReject[] = [];
  for (const [page, own] of Map.groupBy(planned, figure => figure.page)) {
    const drawable = own.filter(({ isRemoved }) => !isRemoved);
    const scale = Math.min(5, Math.max(2.5, ...drawable.map(({ density }) => density)));
    const boxes = drawable.map(({ cut }) => cut.box);
    const degrees = drawable[0]?.cut.degrees ?? 0;
    const asked = boxes.length > 0 ? await reader.draw(page, scale, boxes, degrees) : { ok: [] };
    for (const figure of own) {
      const { id, box, label, caption, kind, isRemoved } = figure;
      const png = 'ok' in asked ? asked.ok[drawable.indexOf(figure)]?.png : undefined;
      const name = `${id}.png`;
      const sha256 = png ? await savePicture(name, png) : null;
      const reason = isRemoved ? 'figure-over-limit' : 'figure-unreadable';
      if (!sha256) rejects.push({ page, place: placeOf(id, box), reason });
      const saved = sha256 ? { file: `figures/${name}`, sha256 } : { file: null, sha256: null };
      figures.push({ id, page, box, label, caption, kind, ...saved, permission: null, href: null });
    }
  }
  return { figures, rejects };
}
