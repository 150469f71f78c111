import type { Values } from '../../../volume/volume.ts';
import type { CodedFrame } from '../codecs/coded-frame.ts';
import { decoders } from '../codecs/decoders.ts';
import { type OpenDataset, openDataset } from '../dataset/open-dataset.ts';
import {
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

/** A file whose header is read once, for many calls. */
export type OpenDicom = {
  header: DicomHeader;
  decode(options?: DecodePixelsOptions): Promise<DicomPixels>;
};

const usualMaxBytes = 2 ** 30;

/** A file's stored values, and its header. */
export async function decodeDicomPixels(
  bytes: Uint8Array,
  options: DecodePixelsOptions = {},
): Promise<DecodedDicom> {
  const { header, decode } = openDicom(bytes, options.maxBytes);
  return { header, pixels: await decode(options) };
}

/**
 * Decodes in this process: bytes of strangers belong into one that can be ended, for a codec may
 * take its time and its memory. `maxBytes` is for what a deflated file holds.
 */
export function openDicom(bytes: Uint8Array, maxBytes = usualMaxBytes): OpenDicom {
  const file = openDataset(bytes, maxBytes);
  const header = headerOf(file);
  let readFrames: ReadFrames | undefined;
  return {
    header,
    decode: async ({ frames: asked, maxBytes: most = maxBytes } = {}) => {
      const { image } = header;
      if (!image) throw dicomWithoutPixels();
      const frames = asked ?? everyFrame(image, most);
      checkFrames(frames, image, most);
      readFrames ??= await openFrames(file, image);
      const { columns, rows, samples } = image;
      return { columns, rows, samples, frames: frames.length, ...(await readFrames(frames)) };
    },
  };
}

function checkFrames(frames: readonly number[], image: DicomImage, maxBytes: number): void {
  if (!frames.every(frame => Number.isInteger(frame) && frame >= 0 && frame < image.frames)) {
    throw dicomInvalid('frame of that number');
  }
  const { BYTES_PER_ELEMENT: width } = arrayOf(image);
  if (frames.length * frameLength(image) * width > maxBytes) throw dicomTooLarge(maxBytes);
}

/** A file may claim any number of them: that is checked before they are counted out. */
function everyFrame(image: DicomImage, maxBytes: number): number[] {
  if (image.frames * frameLength(image) > maxBytes) throw dicomTooLarge(maxBytes);
  return Array.from({ length: image.frames }, (_, frame) => frame);
}

type ReadFrames = (
  frames: readonly number[],
) => Promise<Pick<DicomPixels, 'photometric' | 'values'>>;

async function openFrames(file: OpenDataset, image: DicomImage): Promise<ReadFrames> {
  const { dataset, transferSyntax } = file;
  const { packing, pixelsBigEndian } = transferSyntaxOf(transferSyntax);
  if (packing.kind === 'unsupported') throw syntaxUnsupported(packing.name);
  // Some say that they are compressed and are not.
  if (image.pixels.byteLength !== null) {
    const bigEndian = dataset.encoding.bigEndian || pixelsBigEndian;
    const { photometric } = image;
    return async frames => ({
      photometric,
      values: readNative(dataset, image, frames, bigEndian),
    });
  }
  if (packing.kind === 'native') throw pixelsUnreadable();
  const decode = await decoders[packing.kind]();
  const readFrame = openFragments(dataset, image);
  return frames => decodeFrames(frames, image, frame => decode(readFrame(frame), image));
}

async function decodeFrames(
  frames: readonly number[],
  image: DicomImage,
  decode: (frame: number) => CodedFrame | Promise<CodedFrame>,
) {
  const array = arrayOf(image);
  const length = frameLength(image);
  const values = new array(frames.length * length);
  let isRgb = false;
  for (const [index, frame] of frames.entries()) {
    const coded = await decode(frame);
    placeCodedFrame(coded, values.subarray(index * length, (index + 1) * length), image);
    isRgb = coded.isRgb;
  }
  return { values, photometric: isRgb ? 'RGB' : image.photometric };
}
