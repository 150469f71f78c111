import type { Estimate } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';
import type { Cell, DimensionRow, ResultRow } from '../reading/tables.ts';
import type { Formula } from './choose-formula.ts';
import { meanOf, scaledMean } from './mean.ts';
import type { SectionMap } from './section-map.ts';

/** Points of a dimension go to 5, the report score to 100. */
const POINTS_TO_SCORE = 20;

/** Ways from section scores to the report score. The benchmark's equation sums the sections and
 *  multiplies by 20, which goes past 100 and cannot be meant; its text says 0 to 100. */
export function reportFormulas(
  sections: SectionMap | null,
  dimensionsOf: (row: ResultRow) => DimensionRow | null,
): Formula<ResultRow>[] {
  const overSections =
    (factor: (sections: number) => number, how: string) =>
    (row: ResultRow): Estimate[] => {
      const scores = allOf([...row.sections.values()]);
      return scores ? [scaledMean(scores, factor(scores.length), how)] : [];
    };
  const mean = '20 × the mean of the section scores';
  const ofMean = overSections(() => POINTS_TO_SCORE, mean);
  return [
    {
      name: mean,
      estimates: row => [...ofMean(row), ...fromDimensions(row, sections, dimensionsOf(row))],
    },
    {
      name: '20 × the sum of the section scores',
      estimates: overSections(
        count => POINTS_TO_SCORE * count,
        '20 × the sum of the section scores',
      ),
    },
    {
      name: 'the sum of the section scores',
      estimates: overSections(count => count, 'the sum of the section scores'),
    },
    {
      name: 'the mean of the section scores',
      estimates: overSections(() => 1, 'the mean of the section scores'),
    },
    {
      name: '20 × the mean of all dimensions',
      estimates: row => {
        const scores = allOf([...(dimensionsOf(row)?.scores.values() ?? [])]);
        return scores
          ? [scaledMean(scores, POINTS_TO_SCORE, '20 × the mean of all dimensions')]
          : [];
      },
    },
  ];
}

function allOf(cells: Cell[]): Printed[] | null {
  return cells.length > 0 && cells.every(cell => cell !== null) ? cells : null;
}

/** The section scores themselves recomputed, which passes over what rounding they suffered. */
function fromDimensions(
  row: ResultRow,
  sections: SectionMap | null,
  dimensions: DimensionRow | null,
): Estimate[] {
  if (!sections || !dimensions) return [];
  const means = [...row.sections.keys()].map(section =>
    meanOf(sections.get(section) ?? [], dimensions.scores),
  );
  if (means.length === 0 || !means.every(mean => mean !== null)) return [];
  const weight = POINTS_TO_SCORE / means.length;
  const total = (value: (mean: Estimate) => number) =>
    means.reduce((sum, mean) => sum + weight * value(mean), 0);
  return [
    {
      nominal: total(mean => mean.nominal),
      range: { low: total(mean => mean.range.low), high: total(mean => mean.range.high) },
      how: '20 × the mean of the sections as recomputed from the dimensions',
    },
  ];
}
