import { pixelsUnreadable, syntaxUnsupported } from '../../dicom-errors.ts';
import type { CodedFrame, ExpectedFrame } from '../coded-frame.ts';
import { runWasmDecoder } from '../run-wasm-decoder.ts';
import { decodeDeepJpeg } from './decode-deep-jpeg.ts';
import { decodeLosslessJpeg } from './decode-lossless.ts';
import { areYcbcr, forceColours } from './force-colours.ts';
import {
  BASELINE,
  EXTENDED,
  JPEG_LS,
  type JpegHeader,
  LOSSLESS,
  PROGRESSIVE,
  readJpegHeader,
} from './read-jpeg-header.ts';

/** Whichever JPEG a stream is: its own marker says it, for files name the wrong one. */
export async function decodeJpeg(bytes: Uint8Array, expected: ExpectedFrame): Promise<CodedFrame> {
  const header = readJpegHeader(bytes);
  checkSize(header, expected);
  const isDct = [BASELINE, EXTENDED, PROGRESSIVE].includes(header.process);
  if (header.process === LOSSLESS) return decodeLosslessJpeg(bytes, header);
  if (header.process === JPEG_LS) return decodeJpegLs(bytes, header);
  if (isDct && header.precision === 8) return decodeShallowJpeg(bytes, header, expected);
  if (isDct && header.precision === 12) return decodeDeepJpeg(bytes, header);
  throw syntaxUnsupported('JPEG of a rare kind (arithmetic or hierarchical)');
}

function checkSize(header: JpegHeader, expected: ExpectedFrame): void {
  const { rows, columns, components } = header;
  const fits =
    rows === expected.rows &&
    columns === expected.columns &&
    components.length === expected.samples &&
    header.precision <= expected.bitsAllocated;
  if (!fits) throw pixelsUnreadable();
}

async function decodeShallowJpeg(
  bytes: Uint8Array,
  header: JpegHeader,
  { photometric }: ExpectedFrame,
): Promise<CodedFrame> {
  const isColour = header.components.length === 3;
  const stream = isColour ? forceColours(bytes, areYcbcr(header, photometric)) : bytes;
  const values = await runWasmDecoder('libjpeg-turbo', stream, header.components.length);
  return { ...shapeOf(header), values: values as Uint8Array, isRgb: isColour };
}

async function decodeJpegLs(bytes: Uint8Array, header: JpegHeader): Promise<CodedFrame> {
  const values = await runWasmDecoder('charls', bytes, header.components.length);
  return { ...shapeOf(header), values, isRgb: false };
}

function shapeOf({ rows, columns, precision, components }: JpegHeader) {
  return { rows, columns, precision, samples: components.length };
}
