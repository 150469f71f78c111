import type { Noise } from '../drawing/noise.ts';
import type { Spine } from '../truth/spine.ts';
import type { Backbone, Backbones } from './backbone.ts';

/** A place beside the spine. */
export type Beside = {
  /** From the spine's middle, to the left; from the bodies' front, to the back. */
  out: number;
  back: number;
  z: number;
  /** Under the skin. */
  under: number;
  row: Backbone;
};

export type Landmarks = { heights: Backbones; noise: Noise; spine: Spine };
