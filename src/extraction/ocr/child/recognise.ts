import { type InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import type { PixelBox } from '../protocol.ts';
import type { PagePixels } from './decode-page.ts';
import { type Gap, type LineInk, measureLine } from './measure-line.ts';

const lineHeight = 48;
/** Longer than any line of a page at that height. */
const longestLine = 4000;

export type ReadLine = { text: string; confidence: number } & Omit<LineInk, 'gaps'>;

/** Reads the letters of one line of a page. */
export function openRecogniser(recogniser: InferenceSession, letters: readonly string[]) {
  return async function recognise(page: PagePixels, box: PixelBox): Promise<ReadLine> {
    const [left, top] = [Math.floor(box[0]), Math.floor(box[1])];
    const width = Math.max(1, Math.min(page.width - left, Math.ceil(box[2])));
    const height = Math.max(1, Math.min(page.height - top, Math.ceil(box[3])));
    const lineWidth = Math.min(
      longestLine,
      Math.max(16, Math.round((width * lineHeight) / height)),
    );
    const isTurned = height > 2 * width;
    const cut = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 3 } });
    if (isTurned) return { text: '', confidence: 0, baseline: 1, ascent: 0, weight: 0 };
    const pixels = await cut
      .extract({ left, top, width, height })
      .resize(lineWidth, lineHeight, { fit: 'fill' })
      .raw()
      .toBuffer();
    const count = lineWidth * lineHeight;
    const planes = new Float32Array(3 * count);
    const grey = new Uint8Array(count);
    for (let at = 0; at < count; at++) grey[at] = pixels[at * 3 + 1]!;
    const ink = measureLine(grey, lineWidth, lineHeight);
    for (let at = 0; at < count; at++)
      for (let plane = 0; plane < 3; plane++)
        planes[plane * count + at] = pixels[at * 3 + (2 - plane)]! / 127.5 - 1;
    const input = new Tensor('float32', planes, [1, 3, lineHeight, lineWidth]);
    const output = await recogniser.run({ [recogniser.inputNames[0]!]: input });
    const { data, dims } = output[recogniser.outputNames[0]!]!;
    const { signs, confidence } = decode(data as Float32Array, dims[2]!, letters);
    return { text: spaced(signs, ink.gaps), confidence, ...shape(ink) };
  };
}

function shape({ baseline, ascent, weight }: LineInk) {
  return { baseline, ascent, weight };
}

/** A letter, and where in the line it stands, as a share of its width. */
type Sign = { letter: string; at: number };

/** The likeliest class at every step; a class that goes on is one letter. */
function decode(scores: Float32Array, classes: number, letters: readonly string[]) {
  const signs: Sign[] = [];
  const steps = Math.floor(scores.length / classes);
  let [sum, last] = [0, 0];
  for (let step = 0; step < steps; step++) {
    const from = step * classes;
    let best = 0;
    for (let at = 1; at < classes; at++) if (scores[from + at]! > scores[from + best]!) best = at;
    if (best !== 0 && best !== last) {
      signs.push({ letter: letters[best] ?? '', at: (step + 0.5) / steps });
      sum += scores[from + best]!;
    }
    last = best;
  }
  return { signs, confidence: signs.length > 0 ? sum / signs.length : 0 };
}

/** The model was made for Chinese and drops spaces between words; the ink shows where they were. */
function spaced(signs: readonly Sign[], all: readonly Gap[]): string {
  const gaps = wordGaps(all);
  let text = '';
  let next = 0;
  let last: Sign | undefined;
  for (const sign of signs) {
    let hasGap = false;
    for (; next < gaps.length && gaps[next]! < sign.at; next++)
      hasGap ||= gaps[next]! > (last?.at ?? 1);
    const isWord = last && isWordSign(last.letter) && /[\p{Script=Latin}\d(]/u.test(sign.letter);
    text += hasGap && isWord ? ` ${sign.letter}` : sign.letter;
    last = sign;
  }
  return text;
}

/** Between words there is clearly more room than between most letters. */
function wordGaps(gaps: readonly Gap[]): number[] {
  const widths = gaps.map(({ width }) => width).sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  return gaps.filter(({ width }) => width > 0.17 && width > 2 * usual).map(({ at }) => at);
}

function isWordSign(letter: string): boolean {
  return /[\p{Script=Latin}\d,.;:)?!%]/u.test(letter);
}
