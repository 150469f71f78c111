import { scoredDimensions } from '../../../spine/scored-dimensions.ts';
import { mean } from '../../../statistics/index.ts';
import type { Judgement } from '../result.ts';

/** Several judges of one report, or one judge several times, count as their mean. */
export function meanJudgement(judgements: readonly Judgement[]): Judgement | null {
  for (const judgement of judgements) requirePoints(judgement);
  if (judgements.length <= 1) return judgements[0] ?? null;
  return Object.fromEntries(
    scoredDimensions.map(({ id }) => [id, mean(judgements.map(judgement => judgement[id]))!]),
  ) as Judgement;
}

function requirePoints(judgement: Judgement): void {
  for (const { id } of scoredDimensions) {
    const value: unknown = judgement[id];
    if (!(typeof value === 'number' && value >= 1 && value <= 5)) {
      throw new RangeError(`${id} is not a number from 1 to 5`);
    }
  }
}
