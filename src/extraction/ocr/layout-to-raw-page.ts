import type { RawPage } from '../layout/raw-page.ts';
import type { LayoutAnswer } from './layout-answer.ts';
import type { OcrRequest } from './ocr-engine.ts';
import type { PixelBox } from './protocol.ts';
import { toRawPage } from './to-raw-page.ts';

const pictures = new Set(['image', 'chart', 'figure', 'seal', 'header_image', 'footer_image']);
const leastScore = 0.5;

/** The lines that a layout server read, and the pictures that it saw, as a page of ours: so that
 *  both ways of reading a scan give the same kind of document. */
export function layoutToRawPage({ prunedResult }: LayoutAnswer, request: OcrRequest): RawPage {
  const { parsing_res_list: blocks, overall_ocr_res: ocr } = prunedResult;
  const corners = [...blocks.map(({ block_bbox }) => block_bbox), ...(ocr?.rec_boxes ?? [])];
  const width = prunedResult.width ?? Math.max(1, ...corners.map(([, , x1]) => x1));
  const height = prunedResult.height ?? (width * request.height) / request.width;
  const lines = ocr
    ? ocr.rec_texts.flatMap((text, at) => {
        const place = ocr.rec_boxes[at];
        const confidence = ocr.rec_scores?.[at] ?? 1;
        return place && confidence >= leastScore ? [lineOf(text, toBox(place), confidence)] : [];
      })
    : blocks.flatMap(block =>
        pictures.has(block.block_label) ? [] : linesOf(block.block_content ?? '', block.block_bbox),
      );
  return toRawPage(
    {
      width,
      height,
      turned: { degrees: 0, width, height },
      lines,
      rules: [],
      pictures: blocks
        .filter(({ block_label }) => pictures.has(block_label))
        .map(({ block_bbox }) => toBox(block_bbox)),
    },
    request,
  );
}

function toBox([x0, y0, x1, y1]: PixelBox): PixelBox {
  return [x0, y0, Math.max(1, x1 - x0), Math.max(1, y1 - y0)];
}

function lineOf(text: string, box: PixelBox, confidence: number) {
  return { text, box, confidence, baseline: 0.78, ascent: 0, weight: 0 };
}

/** A server that gives no lines gives blocks, whose lines share their height. */
function linesOf(content: string, bbox: PixelBox) {
  const texts = content.split('\n').filter(text => text.trim() !== '');
  const [x, y, width, height] = toBox(bbox);
  const each = height / Math.max(1, texts.length);
  return texts.map((text, at) => lineOf(text, [x, y + at * each, width, each], 1));
}
