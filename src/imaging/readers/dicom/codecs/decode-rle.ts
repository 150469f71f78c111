import { pixelsUnreadable } from '../dicom-errors.ts';
import type { CodedFrame, ExpectedFrame } from './coded-frame.ts';

/** RLE (PS3.5 G): a segment for each byte of each sample, the uppermost byte first. */
export function decodeRle(bytes: Uint8Array, expected: ExpectedFrame): CodedFrame {
  const { rows, columns, samples, bitsAllocated } = expected;
  const width = Math.ceil(bitsAllocated / 8);
  const segments = splitSegments(bytes);
  if (![1, 2, 4].includes(width) || segments.length < samples * width) throw pixelsUnreadable();
  const pixels = rows * columns;
  const decoded = new Uint8Array(pixels * samples * width);
  for (let sample = 0; sample < samples; sample++) {
    for (let byte = 0; byte < width; byte++) {
      const segment = segments[sample * width + byte]!;
      // Little endian in memory, so the uppermost byte comes last.
      unpackSegment(segment, decoded, sample * width + width - 1 - byte, samples * width);
    }
  }
  const values =
    width === 1
      ? decoded
      : width === 2
        ? new Uint16Array(decoded.buffer)
        : new Uint32Array(decoded.buffer);
  return { columns, rows, samples, precision: bitsAllocated, values, isRgb: false };
}

function splitSegments(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length < 64) throw pixelsUnreadable();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  if (count < 1 || count > 15) throw pixelsUnreadable();
  const starts = Array.from({ length: count }, (_, index) => view.getUint32(4 + index * 4, true));
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]));
}

/** Runs into every `step`th byte from `to` on. */
function unpackSegment(segment: Uint8Array, into: Uint8Array, start: number, step: number): void {
  let to = start;
  let at = 0;
  while (to < into.length) {
    const control = segment[at++];
    if (control === undefined) throw pixelsUnreadable();
    if (control === 128) continue;
    if (control < 128) {
      if (at + control >= segment.length) throw pixelsUnreadable();
      for (let left = control; left >= 0 && to < into.length; left--, to += step) {
        into[to] = segment[at++]!;
      }
    } else {
      const value = segment[at++];
      if (value === undefined) throw pixelsUnreadable();
      for (let left = 256 - control; left >= 0 && to < into.length; left--, to += step) {
        into[to] = value;
      }
    }
  }
}
