import { type Estimate, holds, judgeBest } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';

/** One way a column may have been computed. `estimates` is empty where a row lacks an input. */
export type Formula<Row> = {
  name: string;
  estimates: (row: Row) => Estimate[];
  /** Made to suit the rows, so that following it proves less. */
  fitted?: true;
};

export type Choice<Row> = {
  formula: Formula<Row>;
  /** Rows that follow it, of those that can be recomputed by it. */
  follows: number;
  of: number;
  /** Whether it may be held against a row that does not follow. */
  established: boolean;
};

/** Finds the formula a column follows. The first one is the one the authors state: another
 *  takes its place only if most rows, and more rows, follow that; a fitted one only if most do
 *  not follow the stated one. A stated formula is held against rows even when few follow it; a
 *  guessed one only when most do. */
export function chooseFormula<Row>(
  rows: { row: Row; printed: Printed }[],
  formulas: Formula<Row>[],
): Choice<Row> | null {
  const choices = formulas.map(formula => {
    const judged = rows.flatMap(({ row, printed }) => {
      const best = judgeBest(printed, formula.estimates(row));
      return best ? [best] : [];
    });
    const follows = judged.filter(({ verdict }) => holds(verdict)).length;
    return { formula, follows, of: judged.length };
  });
  const [stated, ...others] = choices;
  if (!stated) return null;
  const rival = others
    .filter(({ formula }) => !formula.fitted || stated.follows * 2 <= stated.of)
    .sort((a, b) => b.follows - a.follows)[0];
  if (rival && rival.follows > stated.follows && rival.follows * 2 > rival.of) {
    return { ...rival, established: true };
  }
  if (stated.of > 0) return { ...stated, established: true };
  return rival && rival.of > 0 ? { ...rival, established: false } : null;
}
