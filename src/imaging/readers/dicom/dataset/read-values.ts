import type { Dataset, Element } from './dataset.ts';
import { textVrs } from './vr.ts';

/** Of a value's bytes as numbers where the standard has them binary; DS and IS are text. */
export type NumberVr = 'US' | 'SS' | 'UL' | 'SL' | 'FL' | 'FD' | 'DS' | 'IS' | 'UV';

const widths = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, UV: 8 } as const;
type BinaryVr = keyof typeof widths;

/** Attributes hold few values, and texts few bytes; tables are read as bytes. */
const mostValues = 65_536;

/** A value in ASCII; null where there is none or it is empty. */
export function readString(dataset: Dataset, tag: number): string | null {
  return readStrings(dataset, tag)[0] || null;
}

export function readStrings(dataset: Dataset, tag: number): string[] {
  const bytes = readBytes(dataset, tag);
  return bytes?.length ? splitText(bytes) : [];
}

export function readNumber(dataset: Dataset, tag: number, expected: NumberVr): number | null {
  return readNumbers(dataset, tag, expected)[0] ?? null;
}

/**
 * All values of an attribute. Its VR as written says how to read them, `expected` where none is
 * written or that one holds no numbers.
 */
export function readNumbers(dataset: Dataset, tag: number, expected: NumberVr): number[] {
  const element = dataset.elements.get(tag);
  const bytes = readBytes(dataset, tag);
  if (!element || !bytes?.length) return [];
  const written = element.vr ?? expected;
  if (written in widths) return readBinary(dataset, element, written as BinaryVr);
  if (textVrs.has(written)) {
    const numbers = splitText(bytes).map(parseDecimal);
    if (numbers.every(number => number !== null)) return numbers;
    return [];
  }
  if (expected in widths) return readBinary(dataset, element, expected as BinaryVr);
  return splitText(bytes).flatMap(text => parseDecimal(text) ?? []);
}

/** Null where there is none, or where the bytes end before it does. */
export function readBytes(dataset: Dataset, tag: number): Uint8Array | null {
  const element = dataset.elements.get(tag);
  if (!element) return null;
  const end = element.offset + element.length;
  return end <= dataset.bytes.length ? dataset.bytes.subarray(element.offset, end) : null;
}

function readBinary(dataset: Dataset, { offset, length }: Element, vr: BinaryVr): number[] {
  const width = widths[vr];
  const count = Math.min(mostValues, Math.floor(length / width));
  const read = readerOf(dataset.view, vr, !dataset.encoding.bigEndian);
  return Array.from({ length: count }, (_, index) => read(offset + index * width));
}

function readerOf(view: DataView, vr: BinaryVr, little: boolean): (at: number) => number {
  switch (vr) {
    case 'US':
      return at => view.getUint16(at, little);
    case 'SS':
      return at => view.getInt16(at, little);
    case 'UL':
      return at => view.getUint32(at, little);
    case 'SL':
      return at => view.getInt32(at, little);
    case 'FL':
      return at => view.getFloat32(at, little);
    case 'FD':
      return at => view.getFloat64(at, little);
    case 'UV':
      return at => Number(view.getBigUint64(at, little));
  }
}

/** Some writers use a decimal comma, though the standard has points only. */
function parseDecimal(text: string): number | null {
  const plain = text.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const number = Number(plain);
  return Number.isFinite(number) ? number : null;
}

function splitText(bytes: Uint8Array): string[] {
  const length = Math.min(mostValues, bytes.byteLength);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
  return text.split('\\').map(part => part.replaceAll('\0', '').trim());
}
