import { pixelsUnreadable } from '../dicom-errors.ts';

export type CodestreamSize = {
  columns: number;
  rows: number;
  samples: number;
  precision: number;
  /** HTJ2K, which decoders of plain JPEG 2000 do not know. */
  isHighThroughput: boolean;
};

/** More tiles than any scanner cuts a picture into; each costs memory. */
const mostTiles = 65_535;

/**
 * What a JPEG 2000 codestream (HTJ2K too) says of its size, before anything is decoded. Some
 * writers wrap it into a JP2 file; the codestream in it is what counts.
 */
export function readCodestreamSize(bytes: Uint8Array): CodestreamSize {
  const start = findCodestream(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // SOC, then the SIZ segment: marker, length, capabilities, then sizes of four bytes each.
  const at = start + 8;
  if (at + 36 > bytes.length) throw pixelsUnreadable();
  const isHighThroughput = (view.getUint16(start + 6) & 0x4000) !== 0;
  const size = (index: number) => view.getUint32(at + index * 4);
  const [right, bottom, left, top] = [size(0), size(1), size(2), size(3)];
  const [tileWidth, tileHeight] = [size(4), size(5)];
  const samples = view.getUint16(at + 32);
  const components = bytes.subarray(at + 34, at + 34 + samples * 3);
  if (samples < 1 || components.length < samples * 3) throw pixelsUnreadable();
  const [first, acrossStep, downStep] = components;
  const areAlike = components.every((byte, index) => byte === components[index % 3]);
  if (!areAlike || acrossStep !== 1 || downStep !== 1) throw pixelsUnreadable();
  const [columns, rows] = [right! - left!, bottom! - top!];
  const tiles = Math.ceil(right! / tileWidth!) * Math.ceil(bottom! / tileHeight!);
  if (!(columns > 0 && rows > 0 && tiles <= mostTiles)) throw pixelsUnreadable();
  return { columns, rows, samples, precision: (first! & 0x7f) + 1, isHighThroughput };
}

function findCodestream(bytes: Uint8Array): number {
  const starts = (at: number) =>
    bytes[at] === 0xff &&
    bytes[at + 1] === 0x4f &&
    bytes[at + 2] === 0xff &&
    bytes[at + 3] === 0x51;
  if (starts(0)) return 0;
  // The boxes of a JP2 file before its codestream are short.
  const end = Math.min(bytes.length, 65_536);
  for (let at = 0; at < end; at++) if (starts(at)) return at;
  throw pixelsUnreadable();
}
