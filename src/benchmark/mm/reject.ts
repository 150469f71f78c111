/** Something that did not get into the benchmark, and why: a line of `rejects.jsonl`. */
export type Reject = {
  stage: 'case' | 'label' | 'picture' | 'embedding' | 'diagnosis' | 'localisation';
  /** Dataset, and file within it; of an item without one the case. */
  place: string;
  reason: string;
  code: string | null;
};
