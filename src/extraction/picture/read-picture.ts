import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type {
  Box,
  DocumentFigure,
  DocumentPage,
  DocumentReject,
} from '../../contracts/document/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { ReadFile } from '../document/read-file.ts';
import { rejectLost } from '../document/reject-lost.ts';
import { layDocument, type PlannedFigure } from '../layout/lay-document.ts';
import type { RawPage } from '../layout/raw-page.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';
import { cutSchema, measuredSchema, type OcrQuestion } from '../ocr/protocol.ts';
import { startHelper } from '../process/start-helper.ts';

export type PictureOptions = {
  ocr: OcrEngine;
  savePicture(name: string, png: Uint8Array): Promise<string>;
  onPage?: ((done: number, of: number) => void) | undefined;
  /** A book takes an hour: asked to end, it ends at the next page. */
  signal?: AbortSignal | undefined;
};

const entry = path.join(import.meta.dirname, '..', 'ocr', 'child', 'main.ts');
const maxPixels = 100_000_000;
const maxPages = 2_000;
const largestBytes = 1024 ** 3;
const limits = { timeoutMs: 60_000, memoryMiB: 3072 };
/** A4, where a picture does not say how large it is. */
const pageHeight = 842;

type Measured = z.output<typeof measuredSchema>;
/** Where a page is, and how large. */
type Place = { file: string; frame: number; scale: number };

/** A scanned page, or the pages of a TIFF file, read by OCR. */
export async function readPicture(file: string, options: PictureOptions): Promise<ReadFile> {
  const { read, unread } = await readPictures([file], options);
  if (unread.length > 0) throw unreadable(file);
  return read;
}

export type ReadPictures = {
  read: ReadFile;
  /** The file of each page, those that could not be read among them. */
  files: Map<number, string>;
  /** Files that cannot be opened as a picture; each counts as a page. */
  unread: string[];
};

/** The same of files that hold the pages of one document, in their order. */
export async function readPictures(
  files: readonly string[],
  options: PictureOptions,
): Promise<ReadPictures> {
  const helper = openPictureHelper();
  try {
    const { raw, places, rejects, ...read } = await readPages(files, helper, options);
    const laid = layDocument(raw);
    const cut = await cutFigures(laid.figures, places, helper, options.savePicture);
    return {
      read: {
        software: { [options.ocr.name]: options.ocr.version },
        title: laid.title,
        language: laid.language,
        pages: read.pages,
        blocks: laid.blocks,
        figures: cut.figures,
        furniture: laid.furniture,
        rejects: [...rejects, ...cut.rejects, ...rejectLost(laid.lost)],
        pagesIn: read.pagesIn,
      },
      files: read.files,
      unread: read.unread,
    };
  } finally {
    helper.close();
  }
}

type ReadPages = {
  pagesIn: number;
  pages: DocumentPage[];
  raw: RawPage[];
  places: Map<number, Place>;
  rejects: DocumentReject[];
  files: Map<number, string>;
  unread: string[];
};

async function readPages(
  files: readonly string[],
  helper: PictureHelper,
  { ocr, onPage, signal }: PictureOptions,
): Promise<ReadPages> {
  const read: ReadPages = {
    ...{ pagesIn: 0, pages: [], raw: [], rejects: [], unread: [] },
    ...{ places: new Map(), files: new Map() },
  };
  const lose = (page: number, reason: DocumentReject['reason']) =>
    read.rejects.push({ page, place: null, reason });
  for (const file of files) {
    const isPastLimit = read.pagesIn >= maxPages;
    const picture = isPastLimit ? undefined : await readBytes(file);
    const first = picture && (await helper.measure(picture, 0));
    if (!first) {
      const page = ++read.pagesIn;
      read.files.set(page, file);
      if (!isPastLimit) read.unread.push(file);
      lose(page, isPastLimit ? 'page-over-limit' : 'page-unreadable');
      continue;
    }
    for (let frame = 0; frame < first.frames; frame++) {
      signal?.throwIfAborted();
      onPage?.(read.pagesIn, files.length + first.frames - 1);
      const page = ++read.pagesIn;
      read.files.set(page, file);
      const measured = page <= maxPages ? await helper.measure(picture, frame) : undefined;
      if (!measured) {
        lose(page, page <= maxPages ? 'page-unreadable' : 'page-over-limit');
        continue;
      }
      const scale = pointsToAPixel(measured);
      const size = { width: measured.width * scale, height: measured.height * scale };
      read.places.set(page, { file, frame, scale });
      try {
        read.raw.push(await ocr.read({ picture, frame, page, ...size }));
        read.pages.push({ number: page, ...size, read: 'ocr' });
      } catch {
        lose(page, 'ocr-failed');
      }
    }
  }
  return read;
}

async function readBytes(file: string): Promise<Uint8Array | undefined> {
  if ((await stat(file)).size > largestBytes) return undefined;
  return new Uint8Array(await readFile(file));
}

/** Less than a fax has is what a program writes that does not know. */
function pointsToAPixel({ dpi, width, height }: Measured): number {
  return dpi && dpi >= 100 ? 72 / dpi : pageHeight / Math.max(width, height);
}

async function cutFigures(
  planned: readonly PlannedFigure[],
  places: ReadonlyMap<number, Place>,
  helper: PictureHelper,
  savePicture: PictureOptions['savePicture'],
) {
  const figures: DocumentFigure[] = [];
  const rejects: DocumentReject[] = [];
  for (const [page, own] of Map.groupBy(planned, figure => figure.page)) {
    const { file, frame, scale } = places.get(page)!;
    const regions = own.map(({ cut }) => cut.box.map(side => side / scale) as Box);
    const picture = await readBytes(file);
    const cuts = picture && (await helper.cut(picture, frame, regions, own[0]!.cut.degrees));
    for (const [at, { id, box, label, caption, kind }] of own.entries()) {
      const png = cuts?.[at];
      const name = `${id}.png`;
      const sha256 = png ? await savePicture(name, png) : null;
      if (!sha256) rejects.push({ page, place: id, reason: 'figure-unreadable' });
      const saved = sha256 ? { file: `figures/${name}`, sha256 } : { file: null, sha256: null };
      figures.push({ id, page, box, label, caption, kind, ...saved, permission: null, href: null });
    }
  }
  return { figures, rejects };
}

type PictureHelper = ReturnType<typeof openPictureHelper>;

function openPictureHelper() {
  let helper = startHelper(entry);
  const ask = async <Schema extends z.ZodType>(question: OcrQuestion, schema: Schema) => {
    if (helper.hasEnded()) helper = startHelper(entry);
    try {
      const reply = await helper.ask(question, limits);
      const { data } = z.object({ answer: z.unknown() }).safeParse(reply);
      return schema.safeParse(data?.answer).data;
    } catch {
      return undefined;
    }
  };
  return {
    measure: (picture: Uint8Array, frame: number): Promise<Measured | undefined> =>
      ask({ ask: 'measure', picture, frame, maxPixels }, measuredSchema),
    cut: (picture: Uint8Array, frame: number, regions: Box[], degrees: number) =>
      ask({ ask: 'cut', picture, frame, maxPixels, regions, degrees }, cutSchema),
    close: () => helper.end(),
  };
}

function unreadable(place: string): SpinemedError {
  return new SpinemedError({
    code: 'picture-unreadable',
    mender: 'user',
    message: 'the picture is broken, or larger than 100 million pixels or a gigabyte',
    place,
    hint: 'Save it anew as PNG, one page a file.',
  });
}
