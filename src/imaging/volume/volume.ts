import type { Grid } from '../../contracts/imaging/index.ts';

export type Values =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** What stored values mean: value × slope + intercept (Hounsfield units in a CT). */
export type Rescale = { slope: number; intercept: number };
export type Window = { center: number; width: number };

/** A volume whichever format it came in. Values are as stored: column fastest, then row, then
 *  slice; patient space is LPS. */
export type Volume = {
  grid: Grid;
  values: Values;
  rescale: Rescale;
  /** As the file advises; after rescale. */
  window: Window | null;
  modality: 'CT' | 'MRI' | 'XR' | null;
};
