import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { assembleSeries, type Choice, chooseSeries } from '../series/index.ts';
import { dicomPixels } from './dicom-pixels.ts';
import type { HashedFile } from './hashed-source.ts';
import { type DicomIndex, indexDicomFiles } from './index-dicom-files.ts';
import type { SliceStack } from './slice-stack.ts';
import { colourUnsupported, plainGrid } from './stack-of-volume.ts';

/** A file that cannot be read, and why. */
export type Damage = DicomIndex['damaged'][number];

/** The files of one or several DICOM series: the one that is asked for, or the largest volume.
 *  Only heads are read until a slice is asked for. */
export async function openDicomStack(
  files: readonly string[],
  root: string,
  options: { seriesUid?: string | undefined; maxBytes: number; known?: readonly Damage[] },
): Promise<SliceStack> {
  const { seriesUid, maxBytes, known = [] } = options;
  const unread = files.filter(file => !known.some(one => one.file === file));
  const { frames, headers, leftOut, damaged: found } = await indexDicomFiles(unread);
  const damaged = [...known, ...found].sort((a, b) => (a.file < b.file ? -1 : 1));
  if (frames.length === 0 && damaged.length > 0) throw named(damaged[0]!);
  if (frames.length === 0 && leftOut.inColour > 0) throw colourUnsupported();
  const choice = chooseSeries(assembleSeries(frames), seriesUid);
  const { series } = choice;
  const first = headers.get(series.frames[0]!.file)!;
  const size = [...series.frames[0]!.size, series.frames.length] as const;
  const headerOf = (slice: number) => {
    const { file, frame } = series.frames[slice]!;
    const image = headers.get(file)!.image!;
    return image.perFrame[frame] ?? image.shared;
  };
  const pixels = dicomPixels(headers, maxBytes);
  const nameOf = (file: string) =>
    path.relative(root, file).split(path.sep).join('/') || path.basename(file);
  const spacing = series.frames[0]!.spacingMm ?? [1, 1];
  const plain = plainGrid(size);
  const grid = series.grid ?? { ...plain, spacingMm: [spacing[0], spacing[1], 1] as const };
  return {
    format: 'dicom',
    modality: modalityOf(first.modality),
    grid,
    isPlaced: series.grid !== null,
    offsetsMm: series.grid && series.offsetsMm,
    read: slice =>
      pixels(series.frames[slice]!).catch((error: unknown) => {
        const { file } = series.frames[slice]!;
        throw error instanceof SpinemedError ? named({ file, error }) : error;
      }),
    rescaleOf: slice => headerOf(slice).rescale ?? { slope: 1, intercept: 0 },
    originOf: slice => series.frames[slice]!.positionMm ?? [0, 0, slice],
    window: headerOf(Math.floor(size[2] / 2)).windows[0] ?? null,
    isInverted: first.image!.photometric === 'MONOCHROME1',
    seriesUid: series.seriesUid || null,
    sourceOf: slice => {
      const { file, frame } = series.frames[slice]!;
      return { path: nameOf(file), frame };
    },
    digests: slices => digestsOf(new Set(slices.map(slice => series.frames[slice]!.file)), nameOf),
    damaged: damaged.map(({ file, error: { code } }) => ({ path: nameOf(file), code })),
    notes: [...notesOf(choice, leftOut), ...notesOfDamage(damaged.length)],
    // Each file was closed when it had been read.
    close: async () => {},
  };
}

const modalities: Record<string, SliceStack['modality']> = {
  ...{ CT: 'CT', MR: 'MRI' },
  ...{ CR: 'XR', DX: 'XR', RF: 'XR', XA: 'XR', RG: 'XR', PX: 'XR' },
};

function modalityOf(stated: string | null): SliceStack['modality'] {
  return modalities[stated?.trim().toUpperCase() ?? ''] ?? null;
}

async function digestsOf(
  files: Iterable<string>,
  nameOf: (file: string) => string,
): Promise<HashedFile[]> {
  const digests: HashedFile[] = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    digests.push({ path: nameOf(file), bytes: bytes.length, sha256 });
  }
  return digests;
}

function notesOf({ series, left }: Choice, leftOut: DicomIndex['leftOut']): string[] {
  const notes = series.problems.map(problem => {
    const { problem: name, ...details } = problem;
    const told = Object.entries(details).map(([key, value]) => `${key} ${tell(value)}`);
    return told.length > 0 ? `${name}: ${told.join(', ')}` : name;
  });
  if (left > 0) notes.push(`other-series: ${left} left out`);
  for (const [why, count] of Object.entries(leftOut))
    if (count > 0) notes.push(`files-left-out: ${count} ${reasons[why as keyof typeof reasons]}`);
  return notes;
}

function tell(value: number | readonly string[]): string {
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value.join(' and ');
}

const reasons = {
  notDicom: 'no DICOM',
  withoutPixels: 'without pixels',
  inColour: 'in colour',
};

function notesOfDamage(count: number): string[] {
  return count > 0 ? [`files-left-out: ${count} damaged`] : [];
}

function named({ file, error }: Damage): SpinemedError {
  const { code, mender, message, hint, cause } = error;
  return new SpinemedError({ code, mender, message, hint, place: file, cause });
}
