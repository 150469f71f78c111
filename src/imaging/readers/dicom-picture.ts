import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { axisCodes, cross, dot, subtract } from '../geometry/index.ts';
import { type ByteSource, readWhole } from './byte-source.ts';
import { type DicomImage, decodeDicomPixels, type FrameHeader } from './dicom/index.ts';
import type { PictureNote, ReadOptions, StoredPicture } from './stored-picture.ts';

/** One DICOM file by itself; where its frames are a volume, its slices are in stored order. */
export async function readDicomPicture(
  source: ByteSource,
  { maxBytes, nth }: ReadOptions,
): Promise<StoredPicture> {
  const file = await readWhole(source, maxBytes);
  const frames = nth === undefined ? undefined : [nth];
  const { header, pixels } = await decodeDicomPixels(file, { frames, maxBytes });
  const image = header.image!;
  const shown = frames ? frames.map(at => frameOf(image, at)) : framesOf(image);
  const first = shown[0]!;
  const notes: PictureNote[] = frames && image.frames > 1 ? ['one-of-several'] : [];
  if (image.bitsStored > image.bitsAllocated) notes.push('bits-beyond-allocated');
  const [window = null] = first.windows;
  return {
    format: 'dicom',
    modality: header.modality,
    size: [pixels.columns, pixels.rows, pixels.frames],
    volumes: 1,
    channels: pixels.samples,
    values: pixels.values,
    ...placeOf(image, shown, notes),
    rescale: { slope: first.rescale?.slope ?? 1, intercept: first.rescale?.intercept ?? 0 },
    window,
    transferSyntax: header.transferSyntax,
    valueFiles: [],
    notes,
  };
}

function frameOf({ perFrame, shared }: DicomImage, at: number): FrameHeader {
  return perFrame[at] ?? shared;
}

function framesOf(image: DicomImage): FrameHeader[] {
  return image.perFrame.length > 0 ? image.perFrame : [image.shared];
}

function placeOf(image: DicomImage, frames: readonly FrameHeader[], notes: PictureNote[]) {
  const [first] = frames as [FrameHeader];
  const inPlane = first.pixelSpacingMm ?? image.detectorSpacingMm;
  if (!first.pixelSpacingMm && inPlane) notes.push('spacing-at-detector');
  const steps = stepsOf(frames);
  const step = steps.find(mm => Math.abs(mm) > leastStepMm);
  const acrossMm = step ?? first.sliceSpacingMm ?? first.sliceThicknessMm;
  const spacingMm = inPlane
    ? ([inPlane[1], inPlane[0], acrossMm === null ? null : Math.abs(acrossMm)] as const)
    : null;
  const directions = directionsOf(first, step ?? 1);
  return {
    spacingMm,
    orientation: directions && axisCodes(directions),
    grid: gridOf(image, { frames, spacingMm, directions, steps }),
  };
}

/** Frames of one place, as those of time are, lie no nearer. */
const leastStepMm = 1e-4;

/** Along the normal, from each frame to the next: less than nought where they run against it. */
function stepsOf(frames: readonly FrameHeader[]): number[] {
  return frames.slice(1).flatMap((frame, at) => {
    const before = frames[at]!;
    if (!before.directions || !before.positionMm || !frame.positionMm) return [];
    const normal = cross(...before.directions);
    return dot(subtract(frame.positionMm, before.positionMm), normal);
  });
}

function directionsOf({ directions }: FrameHeader, step: number): Grid['directions'] | null {
  if (!directions) return null;
  const [x, y, z] = cross(...directions);
  return [...directions, step < 0 ? [-x, -y, -z] : [x, y, z]] as const;
}

type Placement = {
  frames: readonly FrameHeader[];
  spacingMm: readonly [number, number, number | null] | null;
  directions: Grid['directions'] | null;
  steps: readonly number[];
};

/** Headers round to hundredths of a millimetre. */
const sameStepMm = 0.02;

/** Only where its frames stand one behind the other, evenly. */
function gridOf(image: DicomImage, { frames, spacingMm, directions, steps }: Placement) {
  const originMm = frames[0]!.positionMm;
  const step = steps[0] ?? spacingMm?.[2] ?? 0;
  const isStack = frames.length === 1 ? image.frames === 1 : steps.length === frames.length - 1;
  const isEven = steps.every(each => Math.abs(each - step) < sameStepMm);
  if (!originMm || !spacingMm || !directions || step === 0 || !isStack || !isEven) return null;
  const spacing: Vector = [spacingMm[0], spacingMm[1], Math.abs(step)];
  const size: Grid['size'] = [image.columns, image.rows, frames.length];
  return { size, spacingMm: spacing, directions, originMm };
}
