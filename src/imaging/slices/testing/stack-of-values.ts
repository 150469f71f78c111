import { pointAtIndex } from '../../geometry/index.ts';
import type { Volume } from '../../volume/volume.ts';
import type { SliceStack } from '../slice-stack.ts';

/** A volume that is in memory already. */
export function stackOfValues(volume: Volume): SliceStack {
  const { grid, values, rescale, window, modality } = volume;
  const pixels = grid.size[0] * grid.size[1];
  return {
    format: 'nifti',
    modality,
    grid,
    isPlaced: true,
    offsetsMm: null,
    read: async slice => values.subarray(slice * pixels, (slice + 1) * pixels),
    rescaleOf: () => rescale,
    originOf: slice => pointAtIndex(grid, [0, 0, slice]),
    window,
    isInverted: false,
    seriesUid: null,
    sourceOf: () => null,
    digests: async () => [],
    damaged: [],
    notes: [],
    close: async () => {},
  };
}
