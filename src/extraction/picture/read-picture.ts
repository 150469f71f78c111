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
import { layDocument, type PlannedFigure } from '../layout/lay-document.ts';
import type { RawPage } from '../layout/raw-page.ts';
import type { OcrEngine } from '../ocr/ocr-engine.ts';
import { cutSchema, measuredSchema, type OcrQuestion } from '../ocr/protocol.ts';
import { startHelper } from '../process/start-helper.ts';

export type PictureOptions = {
  ocr: OcrEngine;
  savePicture(name: string, png: Uint8Array): Promise<string>;
  onPage?: ((done: number, of: number) => void) | undefined;
};

const entry = path.join(import.meta.dirname, '..', 'ocr', 'child', 'main.ts');
const maxPixels = 100_000_000;
const maxFrames = 2_000;
const largestBytes = 1024 ** 3;
const limits = { timeoutMs: 60_000, memoryMiB: 3072 };
/** A4, where a picture does not say how large it is. */
const pageHeight = 842;

type Measured = z.output<typeof measuredSchema>;

/** A scanned page, or the pages of a TIFF file, read by OCR. */
export async function readPicture(file: string, options: PictureOptions): Promise<ReadFile> {
  if ((await stat(file)).size > largestBytes) throw unreadable(file);
  const picture = new Uint8Array(await readFile(file));
  const helper = openPictureHelper(picture);
  try {
    const first = await helper.measure(0);
    if (!first) throw unreadable(file);
    const pages: DocumentPage[] = [];
    const raw: RawPage[] = [];
    const rejects: DocumentReject[] = [];
    const scales = new Map<number, number>();
    for (let frame = 0; frame < first.frames; frame++) {
      options.onPage?.(frame, first.frames);
      const page = frame + 1;
      const measured = frame < maxFrames ? await helper.measure(frame) : undefined;
      if (!measured) {
        const reason = frame < maxFrames ? 'page-unreadable' : 'page-over-limit';
        rejects.push({ page, place: null, reason });
        continue;
      }
      const scale = pointsToAPixel(measured);
      scales.set(page, scale);
      const size = { width: measured.width * scale, height: measured.height * scale };
      try {
        raw.push(await options.ocr.read({ picture, frame, page, ...size }));
        pages.push({ number: page, ...size, read: 'ocr' });
      } catch {
        rejects.push({ page, place: null, reason: 'ocr-failed' });
      }
    }
    const laid = layDocument(raw);
    const cut = await cutFigures(laid.figures, scales, helper, options.savePicture);
    return {
      software: { [options.ocr.name]: options.ocr.version },
      title: laid.title,
      language: laid.language,
      pages,
      blocks: laid.blocks,
      figures: cut.figures,
      furniture: laid.furniture,
      rejects: [...rejects, ...cut.rejects],
      pagesIn: first.frames,
    };
  } finally {
    helper.close();
  }
}

/** Less than a fax has is what a program writes that does not know. */
function pointsToAPixel({ dpi, width, height }: Measured): number {
  return dpi && dpi >= 100 ? 72 / dpi : pageHeight / Math.max(width, height);
}

async function cutFigures(
  planned: readonly PlannedFigure[],
  scales: ReadonlyMap<number, number>,
  helper: ReturnType<typeof openPictureHelper>,
  savePicture: PictureOptions['savePicture'],
) {
  const figures: DocumentFigure[] = [];
  const rejects: DocumentReject[] = [];
  for (const [page, own] of Map.groupBy(planned, figure => figure.page)) {
    const scale = scales.get(page) ?? 1;
    const regions = own.map(({ box }) => box.map(side => side / scale) as Box);
    const cuts = await helper.cut(page - 1, regions);
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

function openPictureHelper(picture: Uint8Array) {
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
    measure: (frame: number) => ask({ ask: 'measure', picture, frame, maxPixels }, measuredSchema),
    cut: (frame: number, regions: Box[]) =>
      ask({ ask: 'cut', picture, frame, maxPixels, regions }, cutSchema),
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
