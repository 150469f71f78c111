import { holds, judgeBest } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';
import { settle, show, showPrinted } from '../figures/show.ts';
import { ALL_ROWS, type Finding } from '../finding.ts';
import { type Choice, chooseFormula, type Formula } from '../inference/choose-formula.ts';
import type { Cell } from '../reading/tables.ts';

/** A column whose cells follow from other cells of their rows, by a formula to be found out. */
export type Column<Row> = {
  table: string;
  field: string;
  rule: string;
  rows: Row[];
  /** Rows to choose the formula on, where the table's own are too few. */
  kin?: Row[];
  label: (row: Row) => string;
  printed: (row: Row) => Cell;
  /** The stated formula first. */
  formulas: Formula<Row>[];
  /** Bounds no mean of the inputs can leave. */
  span?: (row: Row) => { low: number; high: number } | null;
  /** Why a row that does not follow may still be right, its inputs being wrong themselves. */
  excuse?: (row: Row, printed: Printed) => string | null;
  /** One more sentence on a row that does not follow. */
  hint?: (row: Row, printed: Printed) => string;
};

const FEWEST_ROWS = 3;

export function judgeColumn<Row>(column: Column<Row>): Finding[] {
  const printedRows = (rows: Row[]) =>
    rows.flatMap(row => {
      const printed = column.printed(row);
      return printed ? [{ row, printed }] : [];
    });
  const own = printedRows(column.rows);
  const basis = own.length < FEWEST_ROWS && column.kin ? printedRows(column.kin) : own;
  const choice = chooseFormula(basis, column.formulas);
  return [
    ...column.rows.map(row => judgeRow(column, row, choice)),
    ...summary(column, choice, own.length),
  ];
}

function judgeRow<Row>(column: Column<Row>, row: Row, choice: Choice<Row> | null): Finding {
  const printed = column.printed(row);
  const place = {
    table: column.table,
    row: column.label(row),
    field: column.field,
    printed: printed?.value ?? null,
    rule: column.rule,
  };
  if (!printed) {
    return { ...place, ...unknown('The figure is not printed.') };
  }
  const outside = outsideSpan(column, row, printed);
  const best = choice ? judgeBest(printed, choice.formula.estimates(row)) : null;
  if (!choice || !best) {
    if (outside) {
      return { ...place, recomputed: null, verdict: 'inconsistent', explanation: outside };
    }
    return { ...place, ...unknown(missingInputs(choice)) };
  }
  const { verdict, estimate } = best;
  const recomputed = settle(middle(estimate), printed);
  const { exact: known } = estimate;
  const exact = known && known.high - known.low < 1e-9 ? ' exactly' : '';
  const said = `${estimate.how} is${exact} ${show(middle(estimate))}`;
  if (verdict === 'consistent') {
    return { ...place, recomputed, verdict, explanation: `${upper(said)}.` };
  }
  if (verdict === 'rounding') {
    const explanation = `${upper(said)}; the rounding of the figures it is made of explains ${showPrinted(printed)}.`;
    return { ...place, recomputed, verdict, explanation };
  }
  const excuse = column.excuse?.(row, printed);
  if (excuse)
    return { ...place, ...unknown(`${upper(said)}, not ${showPrinted(printed)}. ${excuse}`) };
  if (!choice.established && !outside) {
    const explanation = `${upper(said)}, but these rows do not show by which formula the column goes.`;
    return { ...place, ...unknown(explanation) };
  }
  const rest = [outside, otherFormula(column, row, printed, choice), column.hint?.(row, printed)];
  const explanation = `${upper(said)}, not ${showPrinted(printed)}. ${rest.filter(Boolean).join(' ')}`;
  return { ...place, recomputed, verdict, explanation: explanation.trim() };
}

const middle = ({
  exact,
  nominal,
}: {
  exact?: { low: number; high: number } | undefined;
  nominal: number;
}) => (exact ? (exact.low + exact.high) / 2 : nominal);

const upper = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const unknown = (explanation: string) =>
  ({ recomputed: null, verdict: 'not recomputable', explanation }) as const;

const missingInputs = (choice: Choice<never> | null) =>
  choice
    ? `A figure it is made of is missing (${choice.formula.name}).`
    : 'The figures it would be made of are missing, or the rows are too few to tell the formula.';

function outsideSpan<Row>(column: Column<Row>, row: Row, printed: Printed): string | null {
  const span = column.span?.(row);
  if (!span) return null;
  const { value, unit } = printed;
  if (value - unit > span.high) {
    return `No mean can lie above all its parts (${show(span.high)} at most).`;
  }
  if (value + unit < span.low) {
    return `No mean can lie below all its parts (${show(span.low)} at least).`;
  }
  return null;
}

function otherFormula<Row>(
  column: Column<Row>,
  row: Row,
  printed: Printed,
  choice: Choice<Row>,
): string {
  const other = column.formulas.find(formula => {
    const best = formula !== choice.formula && judgeBest(printed, formula.estimates(row));
    return best && holds(best.verdict);
  });
  if (!other) return 'No other formula that was tried gives it either.';
  return `It follows another formula, ${other.name}, while ${choice.follows} of ${choice.of} rows follow ${choice.formula.name}.`;
}

function summary<Row>(column: Column<Row>, choice: Choice<Row> | null, rows: number): Finding[] {
  if (rows === 0) return [];
  const place = {
    table: column.table,
    row: ALL_ROWS,
    field: column.field,
    printed: null,
    rule: 'formula of a column',
  };
  if (!choice?.established) {
    return [{ ...place, ...unknown(missingInputs(null)) }];
  }
  const explanation = `${choice.follows} of ${choice.of} rows follow ${choice.formula.name}.`;
  return [{ ...place, recomputed: choice.formula.name, verdict: 'consistent', explanation }];
}
