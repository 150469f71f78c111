/** Every vertebra a spine can have, from the atlas down. T13 and L6 are variants: few spines have them. */
export const LEVELS = [
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'T13',
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
  'L6',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'Co',
] as const;

export type Level = (typeof LEVELS)[number];

/** Eight cervical roots leave seven cervical vertebrae: the eighth is a root and never a vertebra. */
export type RootLevel = Level | 'C8';

export const SPINAL_REGIONS = ['cervical', 'thoracic', 'lumbar', 'sacral', 'coccygeal'] as const;

export type SpinalRegion = (typeof SPINAL_REGIONS)[number];

export const LEVEL_KINDS = ['vertebra', 'disc', 'range', 'region', 'root'] as const;

export type LevelKind = (typeof LEVEL_KINDS)[number];

export const LEVEL_SIDES = ['left', 'right', 'bilateral', 'central'] as const;

export type LevelSide = (typeof LEVEL_SIDES)[number];

export type LevelMention = {
  /** UTF-16 offsets into the text that was read, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly kind: LevelKind;
  /** Every vertebra involved, from the top down; a root its own. */
  readonly levels: readonly RootLevel[];
  readonly name: string;
  readonly side: LevelSide | null;
};
