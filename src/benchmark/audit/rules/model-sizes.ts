import type { Finding } from '../finding.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

/** A number of parameters: 7B, 1.5B, 500M; A3B are those that are active at a time. */
const size = /(?<![\p{L}\p{N}.])A?(\d+(?:\.\d+)?)\s?([BM])(?![\p{L}\p{N}])/giu;

/** A model whose name says how large it is has that size. */
export const checkModelSizes: Rule = ({ tables }) =>
  tables.results.flatMap(({ label, model, size: printed }): Finding[] => {
    if (printed === null) return [];
    const place = { table: TABLE.results, row: label, field: 'size', printed, rule: 'model size' };
    const named = sizesIn(model);
    const stated = sizesIn(printed);
    if (named.length === 0 || stated.length === 0) {
      const explanation = named.length
        ? 'The size is not a number of parameters.'
        : 'The name of the model says no size, and no other table does.';
      return [{ ...place, recomputed: null, verdict: 'not recomputable', explanation }];
    }
    const recomputed = named.map(({ text }) => text).join(', ');
    const same = stated.some(a => named.some(b => a.parameters === b.parameters));
    return [
      {
        ...place,
        recomputed,
        verdict: same ? 'consistent' : 'inconsistent',
        explanation: `The name of the model says ${recomputed}.`,
      },
    ];
  });

function sizesIn(text: string): { text: string; parameters: number }[] {
  return [...text.matchAll(size)].map(match => ({
    text: match[0],
    parameters: Number(match[1]) * (match[2]!.toUpperCase() === 'B' ? 1e9 : 1e6),
  }));
}
