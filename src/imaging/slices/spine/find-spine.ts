import type { CoarseVolume } from '../coarse-volume.ts';
import type { SliceStack } from '../slice-stack.ts';
import { sortSample } from '../sort-sample.ts';
import { findByAlternation } from './find-by-alternation.ts';
import { findByBone } from './find-by-bone.ts';
import type { SpineRange } from './spine-range.ts';

/** Where the spine is, seen from the picture alone; null where it cannot be told. */
export function findSpine(
  volume: CoarseVolume,
  modality: SliceStack['modality'],
): SpineRange | null {
  if (modality === 'XR') return null;
  return modality === 'CT' ? findByBone(volume) : findByAlternation(volume);
}

/** Values that reach from air to bone as Hounsfield units do: a CT, where a file does not say. */
export function looksLikeHounsfield(values: Float32Array): boolean {
  const sorted = sortSample(values);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  return at(0.01) <= -500 && at(0.999) >= 150 && at(0.01) >= -4096;
}
