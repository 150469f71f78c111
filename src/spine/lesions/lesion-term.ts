import type { DatasetId } from '../datasets.ts';
import type { FindingId } from '../findings.ts';

/**
 * How a dataset's label stands to our finding, as an assertion about pictures:
 * `same`: where one holds the other does;
 * `narrower`: the label says more than the finding (one grade, one side, one place of it);
 * `broader`: the label says less (it also covers what the finding does not);
 * `related`: it bears on the finding, but neither follows from the other;
 * `none`: no finding of ours corresponds.
 */
export type Match = 'same' | 'narrower' | 'broader' | 'related' | 'none';

/** What the label asserts about its finding. `unstated`: the label alone does not tell. */
export type LesionState = 'present' | 'absent' | 'unstated';

/** One label of one dataset; `column` and `value` are spelled as its owners spell them. */
export type LesionTerm = {
  readonly dataset: DatasetId;
  readonly column: string;
  readonly value: string;
  readonly finding: FindingId | null;
  readonly match: Match;
  readonly state: LesionState;
  readonly grade: string | null;
  readonly side: 'left' | 'right' | null;
  readonly note: string | null;
};
