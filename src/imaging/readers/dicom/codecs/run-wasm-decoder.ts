import { pixelsUnreadable } from '../dicom-errors.ts';
import type { CodedFrame } from './coded-frame.ts';
import { type CodecName, dropCodec, openDecoder } from './load-wasm-codec.ts';

/** More than the largest picture that fits its memory twice needs. */
const mostHeldBytes = 256 * 2 ** 20;

/** The values of a stream whose size was checked, with the samples of a pixel side by side. */
export async function runWasmDecoder(
  name: CodecName,
  bytes: Uint8Array,
  samples: number,
): Promise<CodedFrame['values']> {
  const decoder = await openDecoder(name);
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes);
    decoder.decode();
    const { bitsPerSample, isSigned, width, height } = decoder.getFrameInfo();
    const decoded = decoder.getDecodedBuffer();
    const heldBytes = decoded.buffer.byteLength;
    const values = copyValues(decoded, bitsPerSample, isSigned ?? false);
    const isPlanar = samples > 1 && decoder.getInterleaveMode?.() === 0;
    decoder.delete();
    if (heldBytes > mostHeldBytes) dropCodec(name);
    if (values.length !== width * height * samples) throw pixelsUnreadable();
    return isPlanar ? interleave(values, samples) : values;
  } catch {
    // Codecs throw whatever they like, and what they say may quote the file.
    dropCodec(name);
    throw pixelsUnreadable();
  }
}

function copyValues(decoded: Uint8Array, bits: number, isSigned: boolean): CodedFrame['values'] {
  const bytes = decoded.slice();
  if (bits <= 8) return isSigned ? new Int8Array(bytes.buffer) : bytes;
  if (bits > 16) throw pixelsUnreadable();
  return isSigned ? new Int16Array(bytes.buffer) : new Uint16Array(bytes.buffer);
}

function interleave(planes: CodedFrame['values'], samples: number): CodedFrame['values'] {
  const values = planes.slice();
  const pixels = values.length / samples;
  for (let at = 0; at < values.length; at++) {
    values[(at % pixels) * samples + Math.floor(at / pixels)] = planes[at]!;
  }
  return values;
}
