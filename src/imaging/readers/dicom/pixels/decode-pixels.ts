import type { Values } from '../../../volume/volume.ts';
import type { CodedFrame } from '../codecs/coded-frame.ts';
import { decoders } from '../codecs/decoders.ts';
import { type OpenDataset, openDataset } from '../dataset/open-dataset.ts';
import {
  dicomCut,
  dicomInvalid,
  dicomTooLarge,
  dicomWithoutPixels,
  pixelsUnreadable,
  syntaxUnsupported,
} from '../dicom-errors.ts';
import type { DicomHeader, DicomImage } from '../header/header-schema.ts';
import { headerOf } from '../header/read-header.ts';
import { transferSyntaxOf } from '../transfer-syntaxes.ts';
import { arrayOf, frameLength } from './pixel-values.ts';
import { placeCodedFrame } from './place-coded-frame.ts';
import { openFragments } from './read-fragments.ts';
import { readNative } from './read-native.ts';

export type DicomPixels = {
  columns: number;
  rows: number;
  samples: number;
  /** As many as were asked for. */
  frames: number;
  /** Of the values as they are here: colours that JPEG had turned are RGB again. */
  photometric: string;
  /** As stored, before rescale: frame after frame, row after row, samples side by side. They may
   *  stand on the file's own bytes, so they are not to be written to. */
  values: Values;
};

export type DecodePixelsOptions = {
  /** From 0; all of them unless given. */
  frames?: readonly number[] | undefined;
  /** Of the values. Refused above it, before anything is decoded. */
  maxBytes?: number | undefined;
};

export type DecodedDicom = { header: DicomHeader; pixels: DicomPixels };

const usualMaxBytes = 2 ** 30;

/**
 * A file's stored values. Runs in this process: bytes of strangers belong into one that can be
 * ended, for a codec may take its time and its memory.
 */
export async function decodeDicomPixels(
  bytes: Uint8Array,
  options: DecodePixelsOptions = {},
): Promise<DecodedDicom> {
  const { maxBytes = usualMaxBytes } = options;
  const file = openDataset(bytes, maxBytes);
  const header = headerOf(file);
  const { image } = header;
  if (!image) throw dicomWithoutPixels();
  const frames = options.frames ?? everyFrame(image, maxBytes);
  if (!frames.every(frame => Number.isInteger(frame) && frame >= 0 && frame < image.frames)) {
    throw dicomInvalid('frame of that number');
  }
  const array = arrayOf(image);
  if (frames.length * frameLength(image) * array.BYTES_PER_ELEMENT > maxBytes) {
    throw dicomTooLarge(maxBytes);
  }
  const { values, photometric } = await readFrames(file, image, frames);
  const { columns, rows, samples } = image;
  const pixels = { columns, rows, samples, frames: frames.length, photometric, values };
  return { header, pixels };
}

/** A file may claim any number of them: that is checked before they are counted out. */
function everyFrame(image: DicomImage, maxBytes: number): number[] {
  if (image.frames * frameLength(image) > maxBytes) throw dicomTooLarge(maxBytes);
  return Array.from({ length: image.frames }, (_, frame) => frame);
}

async function readFrames(file: OpenDataset, image: DicomImage, frames: readonly number[]) {
  const { packing, pixelsBigEndian } = transferSyntaxOf(file.transferSyntax);
  const { photometric } = image;
  // Some say that they are compressed and are not, and the other way round.
  const isNative = image.pixels.byteLength !== null;
  if (isNative) {
    if (packing.kind === 'unsupported') throw syntaxUnsupported(packing.name);
    const { bigEndian } = file.dataset.encoding;
    const values = readNative(file.dataset, image, frames, bigEndian || pixelsBigEndian);
    return { values, photometric };
  }
  if (packing.kind === 'native') throw pixelsUnreadable();
  if (packing.kind === 'unsupported') throw syntaxUnsupported(packing.name);
  const decode = await decoders[packing.kind]();
  const readFrame = openFragments(file.dataset, image);
  const array = arrayOf(image);
  const values = new array(frames.length * frameLength(image));
  let isRgb = false;
  for (const [index, frame] of frames.entries()) {
    const bytes = readFrame(frame);
    if (bytes.length === 0) throw dicomCut();
    const coded: CodedFrame = await decode(bytes, image);
    const start = index * frameLength(image);
    placeCodedFrame(coded, values.subarray(start, start + frameLength(image)), image);
    isRgb = coded.isRgb;
  }
  return { values, photometric: isRgb ? 'RGB' : photometric };
}
