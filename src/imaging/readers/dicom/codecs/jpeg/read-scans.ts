import { pixelsUnreadable } from '../../dicom-errors.ts';
import { type HuffmanTable, readHuffmanTables } from './huffman-table.ts';
import { type Bits, openBits } from './open-bits.ts';
import { type JpegHeader, segmentsOf } from './read-jpeg-header.ts';

export type ScanComponent = {
  /** In the frame. */
  index: number;
  dc: HuffmanTable | undefined;
  ac: HuffmanTable | undefined;
};

export type Scan = {
  components: ScanComponent[];
  /** Of DCT the first coefficient; of lossless the predictor. */
  spectralStart: number;
  spectralEnd: number;
  /** Successive approximation: the last scan's bit, and this one's. In lossless JPEG the lower
   *  one is the point transform. */
  high: number;
  low: number;
  /** In minimum coded units; 0 where there are no restarts. */
  restartEvery: number;
  bits: Bits;
};

export type QuantTables = Map<number, Uint16Array>;

/** More scans than any encoder writes; a stream of a few bytes may claim thousands. */
const mostScans = 256;

/** Hands each scan over with the tables that are then in force. */
export function readScans(
  bytes: Uint8Array,
  { components: frame }: JpegHeader,
  onScan: (scan: Scan, quants: QuantTables) => void,
): void {
  const huffman = new Map<number, HuffmanTable>();
  const quants: QuantTables = new Map();
  let restartEvery = 0;
  let scans = 0;
  let from: number | null = 0;
  while (from !== null) {
    const start: number = from;
    from = null;
    for (const { marker, body, end } of segmentsOf(bytes, start)) {
      if (marker === 0xd9) break;
      if (marker === 0xc4) readHuffmanTables(body, huffman);
      if (marker === 0xdb) readQuantTables(body, quants);
      if (marker === 0xdd) restartEvery = (body[0] ?? 0) * 256 + (body[1] ?? 0);
      if (marker !== 0xda) continue;
      if (++scans > mostScans) throw pixelsUnreadable();
      const bits = openBits(bytes, end);
      onScan({ ...readScanHeader(body, frame, huffman), restartEvery, bits }, quants);
      bits.finish();
      const next = bits.markerAt();
      from = next + 1 < bytes.length ? next : null;
      break;
    }
  }
  if (scans === 0) throw pixelsUnreadable();
}

function readScanHeader(
  body: Uint8Array,
  frame: JpegHeader['components'],
  huffman: ReadonlyMap<number, HuffmanTable>,
) {
  const count = body[0] ?? 0;
  if (count < 1 || count > 4 || body.length < 4 + count * 2) throw pixelsUnreadable();
  const components = Array.from({ length: count }, (_, at) => {
    const [id, tables] = [body[1 + at * 2]!, body[2 + at * 2]!];
    const index = frame.findIndex(component => component.id === id);
    if (index < 0) throw pixelsUnreadable();
    return { index, dc: huffman.get(tables >> 4), ac: huffman.get(0x10 | (tables & 15)) };
  });
  const [spectralStart, spectralEnd, approximation] = body.subarray(1 + count * 2);
  return {
    components,
    spectralStart: spectralStart!,
    spectralEnd: spectralEnd!,
    high: approximation! >> 4,
    low: approximation! & 15,
  };
}

function readQuantTables(body: Uint8Array, into: QuantTables): void {
  for (let at = 0; at < body.length; ) {
    const width = body[at]! >> 4 === 0 ? 1 : 2;
    const number = body[at]! & 15;
    if (at + 1 + 64 * width > body.length) throw pixelsUnreadable();
    const table = new Uint16Array(64);
    for (let entry = 0; entry < 64; entry++) {
      const place = at + 1 + entry * width;
      table[entry] = width === 1 ? body[place]! : body[place]! * 256 + body[place + 1]!;
    }
    into.set(number, table);
    at += 1 + 64 * width;
  }
}
