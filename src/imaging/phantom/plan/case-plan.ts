import type { Level } from '../../../spine/index.ts';
import type { Disc, Region, Severity, Spine, Vertebra } from '../truth/spine.ts';

type Pair<T> = { left: T; right: T };

export type DiscPlan = Pick<Disc, 'narrowingPercent' | 'pfirrmann' | 'modic' | 'endplateChange'> & {
  displacement: Omit<NonNullable<Disc['displacement']>, 'tipMm'> | null;
  intravertebral: Omit<NonNullable<Disc['intravertebral']>, 'pointMm'> | null;
  slip: Omit<NonNullable<Disc['slip']>, 'meyerding'> | null;
  canal: Severity;
  foramina: Pair<Severity>;
  recesses: Pair<Severity>;
};

export type VertebraPlan = Pick<Vertebra, 'collapse' | 'screws'> & {
  osteophytes: Omit<Vertebra['osteophytes'][number], 'tipMm'>[];
};

export type ScoliosisPlan = Omit<NonNullable<Spine['curves']['scoliosis']>, 'cobbDegrees'> & {
  /** As planned; the truth holds what came of it. */
  cobbDegrees: number;
};

/** All that chance decides about a spine, before it has any place in space. */
export type CasePlan = Pick<
  Spine,
  'seed' | 'sex' | 'ageYears' | 'region' | 'variant' | 'tScore' | 'fatMm'
> & {
  /** From the head down, C1 to S1. */
  levels: Level[];
  shown: Level[];
  /** Of all lengths, against the table of sizes. */
  scale: number;
  sacralSlopeDegrees: number;
  lumbarLordosisDegrees: number;
  thoracicKyphosisDegrees: number;
  cervical: Spine['curves']['cervical'];
  /** Lordosis of each cervical disc, C2/C3 first. */
  cervicalDegrees: number[];
  scoliosis: ScoliosisPlan | null;
  discs: Record<string, DiscPlan>;
  vertebrae: Partial<Record<Level, VertebraPlan>>;
};

/** What is to be so. All else is drawn; with `healthy`, all else is sound. */
export type PhantomOptions = {
  region?: Region;
  healthy?: boolean;
  ageYears?: number;
  sex?: 'F' | 'M';
  variant?: Spine['variant'];
  cervical?: Spine['curves']['cervical'];
  scoliosis?: ScoliosisPlan | null;
  /** By name (`L4/L5`). */
  discs?: Record<string, Partial<DiscPlan>>;
  vertebrae?: Partial<Record<Level, Partial<VertebraPlan>>>;
};

export const soundDisc: DiscPlan = {
  narrowingPercent: 0,
  pfirrmann: 1,
  modic: 0,
  endplateChange: { upper: false, lower: false },
  displacement: null,
  intravertebral: null,
  slip: null,
  canal: 'Normal/Mild',
  foramina: { left: 'Normal/Mild', right: 'Normal/Mild' },
  recesses: { left: 'Normal/Mild', right: 'Normal/Mild' },
};

export const soundVertebra: VertebraPlan = { collapse: null, screws: false, osteophytes: [] };
