import { createHash } from 'node:crypto';
import path from 'node:path';
import { axisCodes } from '../geometry/anatomical-axes.ts';
import { chooseSlices } from './choose-slices.ts';
import { type CoarseVolume, readCoarseVolume } from './coarse-volume.ts';
import { drawSlice } from './draw-slice.ts';
import { encodeGreyPng } from './encode-grey-png.ts';
import { evenOut } from './even-out.ts';
import { type GatheredPlane, gatherPlanes } from './gather-planes.ts';
import { cornerOf, offsetBetween, orientationOf } from './place-slice.ts';
import { choosePlane, type SlicePlane } from './slice-plane.ts';
import { RULE_VERSION, ruleStatement } from './slice-rule.ts';
import type { SliceStack } from './slice-stack.ts';
import type { Asked, Slice, SlicesFile } from './slices-file.ts';
import { findSpine, looksLikeHounsfield } from './spine/find-spine.ts';
import type { SpineRange } from './spine/spine-range.ts';
import { chooseWindow, type NamedWindow } from './window-values.ts';

export type SlicedVolume = { record: SlicesFile; pictures: Uint8Array<ArrayBuffer>[] };

/** The slices of a volume that stand for it, as pictures and with where they come from. */
export async function sliceVolume(
  opened: SliceStack,
  asked: Asked,
  source: string,
): Promise<SlicedVolume> {
  const plane = choosePlane(opened, asked.plane);
  const evened = plane.across.axis === 2 ? opened : evenOut(opened);
  const coarse = await readCoarseVolume(evened);
  const notes = [...evened.notes];
  const stack = withModality(evened, coarse, notes);
  const chosenWindow = chooseWindow(stack, coarse, asked.window ?? undefined);
  notes.push(...chosenWindow.notes);
  const available = stack.grid.size[plane.across.axis];
  const spine = stack.isPlaced && available > 1 ? findSpine(coarse, stack.modality) : null;
  const range = spine
    ? storedRange(spine, coarse, plane, available)
    : ([0, available - 1] as const);
  const choice = chooseSlices(available, range, asked.count);
  if (!spine && choice.indices.length < available)
    notes.push('spine-not-found: the whole range was taken');
  if (choice.indices.length < asked.count)
    notes.push(`fewer-slices: ${choice.indices.length} of ${asked.count}`);
  const ordered = plane.across.sign > 0 ? choice.indices : choice.indices.toReversed();
  const drawn = await drawAll(stack, plane, ordered, chosenWindow.window);
  const files = await stack.digests(plane.across.axis === 2 ? ordered : everySlice(stack));
  const slices = drawn.map(({ slice }) => withDigest(slice, stack, plane, files));
  const record: SlicesFile = {
    format: 'spinemed-slices',
    version: 1,
    asked,
    source: {
      path: path.basename(source),
      format: stack.format,
      modality: stack.modality,
      seriesUid: stack.seriesUid,
      files,
      damaged: stack.damaged,
    },
    // Known when all of it has been read: whoever keeps it says.
    seen: null,
    volume: {
      size: [...stack.grid.size],
      spacingMm: stack.grid.spacingMm,
      orientation: stack.isPlaced ? axisCodes(stack.grid.directions) : null,
    },
    plane: plane.name,
    rule: {
      ...{ name: 'even-over-spine', version: RULE_VERSION, statement: ruleStatement },
      ...{ wanted: asked.count, available },
      spine: { found: spine !== null, evidence: spine?.evidence ?? null },
      ...{ range: [...choice.range], widened: choice.isWidened },
    },
    slices,
    notes,
  };
  return { record, pictures: drawn.map(({ picture }) => picture) };
}

/** What a file does not say, its values may. */
function withModality(stack: SliceStack, coarse: CoarseVolume, notes: string[]): SliceStack {
  if (stack.modality !== null || !stack.isPlaced) return stack;
  const modality = looksLikeHounsfield(coarse.values) ? 'CT' : 'MRI';
  notes.push(`modality-assumed: ${modality}`);
  return { ...stack, modality };
}

/** From steps of the coarse volume to slices. */
function storedRange(
  { range }: SpineRange,
  { placesOf, size }: CoarseVolume,
  { patientAxis }: SlicePlane,
  available: number,
): readonly [number, number] {
  const places = placesOf[patientAxis];
  const [from, to] = range[patientAxis];
  const half = Math.floor(available / size[patientAxis] / 2);
  const ends = [places[from]!, places[to]!];
  return [Math.max(0, Math.min(...ends) - half), Math.min(available - 1, Math.max(...ends) + half)];
}

type Drawn = { slice: Slice; picture: Uint8Array<ArrayBuffer> };

/** Each is compressed in another thread while the next is drawn. */
async function drawAll(
  stack: SliceStack,
  plane: SlicePlane,
  indices: readonly number[],
  window: NamedWindow,
): Promise<Drawn[]> {
  const waiting: Promise<Drawn>[] = [];
  const first = indices[0]!;
  for await (const gathered of gatherPlanes(stack, plane, indices)) {
    const name = `slice-${String(waiting.length + 1).padStart(3, '0')}.png`;
    waiting.push(drawOne(stack, plane, gathered, { window, name, first }));
  }
  return Promise.all(waiting);
}

async function drawOne(
  stack: SliceStack,
  plane: SlicePlane,
  gathered: GatheredPlane,
  { window, name, first }: { window: NamedWindow; name: string; first: number },
): Promise<Drawn> {
  const { spacingMm } = stack.grid;
  const steps = [spacingMm[plane.columns.axis], spacingMm[plane.rows.axis]] as const;
  const drawn = drawSlice(gathered, steps, { ...window, isInverted: stack.isInverted });
  const picture = await encodeGreyPng(drawn.pixels, ...drawn.size);
  const slice: Slice = {
    file: name,
    sha256: createHash('sha256').update(picture).digest('hex'),
    index: gathered.index,
    positionMm: stack.isPlaced ? cornerOf(stack, plane, gathered.index, drawn.size) : null,
    offsetMm: offsetBetween(stack, plane, first, gathered.index),
    size: [...drawn.size],
    spacingMm: [
      (gathered.size[0] * steps[0]) / drawn.size[0],
      (gathered.size[1] * steps[1]) / drawn.size[1],
    ],
    orientation: stack.isPlaced ? orientationOf(stack, plane) : null,
    window,
    source: null,
  };
  return { slice, picture };
}

function everySlice({ grid }: SliceStack): number[] {
  return [...Array(grid.size[2]).keys()];
}

function withDigest(
  slice: Slice,
  stack: SliceStack,
  plane: SlicePlane,
  files: SlicesFile['source']['files'],
): Slice {
  const only = files.length === 1 ? { path: files[0]!.path, frame: 0 } : null;
  const from = plane.across.axis === 2 ? (stack.sourceOf(slice.index) ?? only) : null;
  const file = files.find(({ path: name }) => name === from?.path);
  return file && from ? { ...slice, source: { ...from, sha256: file.sha256 } } : slice;
}
