import type { Finding } from '../finding.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

/** What whoever typed the tables in remarked on them. Words follow from no figure, so they are
 *  passed on as they stand. */
export const passRemarksOn: Rule = ({ tables: { curriculum, agreement } }) => {
  const remarks = [
    ...curriculum.map(({ label, note }) => ({ table: TABLE.curriculum, row: label, note })),
    { table: TABLE.agreement, row: 'all dimensions', note: agreement?.note ?? null },
  ];
  return remarks.flatMap(({ table, row, note }): Finding[] =>
    note === null
      ? []
      : [
          {
            table,
            row,
            field: 'note',
            printed: note,
            recomputed: null,
            rule: 'remark',
            verdict: 'not recomputable',
            explanation: 'A remark in the file, which no figure bears out or contradicts.',
          },
        ],
  );
};
