import { pixelsUnreadable, syntaxUnsupported } from '../dicom-errors.ts';
import type { CodedFrame, ExpectedFrame } from './coded-frame.ts';
import { readCodestreamSize } from './read-codestream-size.ts';
import { runWasmDecoder } from './run-wasm-decoder.ts';

/** JPEG 2000 by OpenJPEG, HTJ2K by OpenJPH, whichever the stream says it is. Colours that the codestream itself has turned come
 *  back as red, green and blue. */
export async function decodeJpeg2000(
  bytes: Uint8Array,
  expected: ExpectedFrame,
): Promise<CodedFrame> {
  const { columns, rows, samples, precision, isHighThroughput } = readCodestreamSize(bytes);
  const fits =
    columns === expected.columns &&
    rows === expected.rows &&
    samples === expected.samples &&
    precision <= expected.bitsAllocated;
  if (!fits) throw pixelsUnreadable();
  if (precision > 16) throw syntaxUnsupported('JPEG 2000 of more than 16 bits');
  const values = await runWasmDecoder(isHighThroughput ? 'openjph' : 'openjpeg', bytes, samples);
  const isRgb = samples === 3 && /^YBR_(ICT|RCT)$/.test(expected.photometric);
  return { columns, rows, samples, precision, values, isRgb };
}
