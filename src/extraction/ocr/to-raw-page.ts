import type { RawBox, RawPage } from '../layout/raw-page.ts';
import type { OcrRequest } from './ocr-engine.ts';
import type { OcrAnswer } from './protocol.ts';

/** Of the height of a line as it is found: the size of its letters, where no more is known. */
const sizeShare = 0.62;
/** Sizes are measured from pixels: what differs less is the same. */
const alike = 0.13;
/** Bold print has more ink than the usual print of its page. */
const boldShare = 1.22;

/** What was read from a picture, in the form that a file's own text has. */
export function toRawPage(answer: OcrAnswer, { page, width, height }: OcrRequest): RawPage {
  const scale = width / answer.turned.width;
  const lines = answer.lines.map(line => ({
    ...line,
    box: line.box.map(side => side * scale) as [number, number, number, number],
    size: measureSize(line) * scale,
  }));
  const snap = snapSizes(lines);
  for (const line of lines) line.size = snap(line.size);
  const usual = usualWeights(lines);
  return {
    number: page,
    width: answer.width * scale,
    height: answer.height * scale,
    turned: { degrees: answer.turned.degrees, width, height },
    runs: lines.map(({ text, baseline, weight, size, box: [x, y, w, h] }) => ({
      text,
      // The box of a line has a margin that its letters do not have.
      x: x + 0.2 * h,
      y: y + baseline * h,
      width: Math.max(1, w - 0.4 * h),
      size,
      font: weight > boldShare * (usual.get(size) ?? weight) ? 1 : 0,
      turns: 0 as const,
    })),
    fonts: [false, true].map(bold => ({ name: '', bold, italic: false })),
    rules: answer.rules.map(([x, y, w, h]) => {
      const [x0, y0, x1, y1] = [x, y, x + w, y + h].map(side => side * scale) as RawBox;
      // A line is where the middle of its ink is.
      return w > h
        ? [x0, (y0 + y1) / 2, x1, (y0 + y1) / 2]
        : [(x0 + x1) / 2, y0, (x0 + x1) / 2, y1];
    }),
    panels: [],
    shapes: [],
    images: answer.pictures.map(box => ({
      box: box.map(side => side * scale) as [number, number, number, number],
      pixels: [box[2], box[3]] as [number, number],
      isRemoved: false,
    })),
  };
}

/** Capitals and ascenders reach to one height, Han letters fill theirs. */
function measureSize({ text, box, ascent }: OcrAnswer['lines'][number]): number {
  if (ascent === 0) return box[3] * sizeShare;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return (box[3] * ascent) / (han > 0.3 * text.length ? hanAscent : latinAscent);
}

const latinAscent = 0.76;
const hanAscent = 0.86;

/** Sizes that are measured from pixels differ a little: the sizes of a page are drawn to the few that it
 *  has, the most frequent first. */
function snapSizes(measured: { size: number; text: string }[]): (size: number) => number {
  const centres: number[] = [];
  let left = measured;
  while (left.length > 0 && centres.length < 8) {
    const centre = mostFrequent(left);
    centres.push(centre);
    left = left.filter(({ size }) => Math.abs(size - centre) > alike * centre);
  }
  return size =>
    centres.find(centre => Math.abs(size - centre) <= alike * centre) ??
    centres.reduce((a, b) => (Math.abs(b - size) < Math.abs(a - size) ? b : a), size);
}

/** The size around which most letters are. */
function mostFrequent(measured: readonly { size: number; text: string }[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of measured) {
    const step = Math.round(Math.log(size) / stepLog);
    for (const near of [step - 1, step, step + 1])
      letters.set(near, (letters.get(near) ?? 0) + text.length * (near === step ? 1.5 : 1));
  }
  const [step] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a));
  return Math.exp(step * stepLog);
}

/** Steps of 6 %. */
const stepLog = Math.log(1.06);

/** By size: small print is thicker for its height. */
function usualWeights(lines: readonly { size: number; weight: number }[]): Map<number, number> {
  const usual = new Map<number, number>();
  for (const [size, own] of Map.groupBy(lines, line => line.size)) {
    const weights = own.map(({ weight }) => weight).sort((a, b) => a - b);
    usual.set(size, weights[Math.floor(weights.length / 2)]!);
  }
  return usual;
}
