/** Something a response says about its answer. Positions are those of the folded response. */
export type Statement = {
  at: number;
  end: number;
  strength: 'strong' | 'weak';
  /** Letters in the order said; none where the statement takes an answer back. */
  letters: string[];
  /** Not these: `B is incorrect`, `not B`. */
  denied: boolean;
  undecided: boolean;
  rule: string;
};
