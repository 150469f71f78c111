import type { Finding } from '../finding.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const table = TABLE.curriculum;
const sizeInName = /(?<![\p{L}\p{N}])\d+(?:\.\d+)?[kmb](?![\p{L}\p{N}])/giu;

/** Stages are numbered one after the other. The settings follow from nothing, and neither do
 *  the sizes in the names of the datasets. */
export const checkCurriculum: Rule = ({ tables }) =>
  tables.curriculum.flatMap(({ label, stage, datasets }, index): Finding[] => {
    const expected = (tables.curriculum[0]?.stage?.value ?? 1) + index;
    const sized = datasets.filter(name => name.match(sizeInName));
    return [
      {
        table,
        row: label,
        field: 'stage',
        printed: stage?.value ?? null,
        recomputed: expected,
        rule: 'numbering',
        verdict: stage
          ? stage.value === expected
            ? 'consistent'
            : 'inconsistent'
          : 'not recomputable',
        explanation: stage
          ? `In its place the stage is number ${expected}.`
          : 'The stage has no number.',
      },
      ...sized.map(
        (name): Finding => ({
          table,
          row: label,
          field: 'datasets',
          printed: name,
          recomputed: null,
          rule: 'claimed scale',
          verdict: 'not recomputable',
          explanation: 'The size is in the name alone; no table counts this dataset.',
        }),
      ),
    ];
  });
