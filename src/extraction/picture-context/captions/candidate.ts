import type { Lines } from '../binding.ts';
import type { CaptionForm } from '../labels/caption-form.ts';
import type { Label } from '../labels/label.ts';

/** What may be the caption of a picture. */
export type Candidate = {
  /** Index of the first of its units, and behind the last. */
  unit: number;
  unitEnd: number;
  /** The label that it would give a picture; null for a caption without one, and for a table's. */
  label: Label | null;
  isTable: boolean;
  /** It stands in a list of figures, and serves no picture. */
  isListed: boolean;
  form: CaptionForm;
  isContinued: boolean;
  text: string;
  lines: Lines;
  /** What it costs to take it for a caption, and to leave it without a picture. */
  takeCost: number;
  leaveCost: number;
};

/** The captions that a unit holds: no paragraph, that is. */
export type CaptionUnits = ReadonlyMap<number, readonly Candidate[]>;
