import { pixelsUnreadable } from '../../dicom-errors.ts';

/** What a JPEG stream says before its first scan. */
export type JpegHeader = {
  /** The second byte of its frame marker: which of the JPEGs it is. */
  process: number;
  precision: number;
  rows: number;
  columns: number;
  components: { id: number; horizontal: number; vertical: number; table: number }[];
  /** What the Adobe marker says of colours: 0 none turned, 1 YCbCr; null without one. */
  adobeTransform: number | null;
  hasJfif: boolean;
};

export const BASELINE = 0xc0;
export const EXTENDED = 0xc1;
export const PROGRESSIVE = 0xc2;
export const LOSSLESS = 0xc3;
export const JPEG_LS = 0xf7;

const frameMarkers = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf],
  JPEG_LS,
]);

export type Segment = { marker: number; start: number; body: Uint8Array; end: number };

/** Marker segments in turn, up to the first scan, with their places. */
export function* segmentsOf(bytes: Uint8Array, from = 0): Generator<Segment> {
  let at = from;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) throw pixelsUnreadable();
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    const hasBody = marker !== 0xd8 && marker !== 0xd9 && !(marker >= 0xd0 && marker <= 0xd7);
    if (!hasBody) {
      yield { marker, start: at, body: bytes.subarray(0, 0), end: at + 2 };
      at += 2;
      continue;
    }
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw pixelsUnreadable();
    yield { marker, start: at, body: bytes.subarray(at + 4, end), end };
    at = end;
  }
}

export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  let adobeTransform: number | null = null;
  let hasJfif = false;
  for (const { marker, body } of segmentsOf(bytes)) {
    if (marker === 0xee && startsWith(body, 'Adobe')) adobeTransform = body[11] ?? null;
    if (marker === 0xe0 && startsWith(body, 'JFIF')) hasJfif = true;
    if (marker === 0xda) break;
    if (frameMarkers.has(marker)) return { ...readFrame(marker, body), adobeTransform, hasJfif };
  }
  throw pixelsUnreadable();
}

function readFrame(process: number, body: Uint8Array) {
  const [precision, rowsHigh, rowsLow, columnsHigh, columnsLow, count] = body;
  if (count === undefined || count === 0 || body.length < 6 + count * 3) throw pixelsUnreadable();
  const components = Array.from({ length: count }, (_, index) => {
    const [id, sampling, table] = body.subarray(6 + index * 3, 9 + index * 3);
    return { id: id!, horizontal: sampling! >> 4, vertical: sampling! & 15, table: table! };
  });
  const rows = rowsHigh! * 256 + rowsLow!;
  const columns = columnsHigh! * 256 + columnsLow!;
  return { process, precision: precision!, rows, columns, components };
}

function startsWith(body: Uint8Array, text: string): boolean {
  return String.fromCharCode(...body.subarray(0, text.length)) === text;
}
