import { hash } from 'node:crypto';
import type { DataClass } from '../../../contracts/data-class.ts';
import type { Pointer } from '../../../contracts/imaging/index.ts';
import type { DiseaseId, Language } from '../../../spine/index.ts';
import type { MmDataset } from '../labels/labelled-case.ts';

/** A line of the benchmark: an item of our format, and what this benchmark knows beyond it. */
export type MmItem = {
  id: string;
  task: 'mcq' | 'mcq-multi';
  benchmark: 'spinebench-mm';
  question: string;
  options: Record<string, string>;
  answer: string[];
  images: string[];
  language: Language;
  source: 'open_source';
  modality: ('CT' | 'MRI' | 'XR')[];
  levels: string[];
  class: DataClass;
  group: string;
  kind: 'diagnosis' | 'localisation';
  dataset: MmDataset;
  disease: DiseaseId;
  /** Of the picture to the nearest of each option's disease in the library; Healthy has none. */
  similarity: Record<string, number | null> | null;
  /** Where the picture lies in the dataset; of several the first. */
  pointer: Pointer;
  /** Of all pictures, in their order. */
  pointers: Pointer[];
  flags: ItemFlag[];
  split: 'sub' | 'rest';
};

export type ItemFlag =
  /** The right option is the normal curve of the neck, which the benchmark counts as a disease. */
  | 'truth-is-a-normal-curve'
  /** A wrong option is that curve: a healthy neck has it too. */
  | 'normal-curve-among-options';

/** The same item has the same id in every build; it does not give its answer away. */
export function itemId(
  kind: MmItem['kind'],
  dataset: MmDataset,
  what: readonly (string | number | null)[],
): string {
  return `mm-${dataset}-${kind}-${hash('sha256', JSON.stringify(what), 'hex').slice(0, 16)}`;
}

export const letters = ['A', 'B', 'C', 'D', 'E'] as const;
