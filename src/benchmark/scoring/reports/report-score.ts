import {
  type ScoredSectionId,
  scoredDimensions,
  scoredSections,
} from '../../../spine/scored-dimensions.ts';
import type { Judgement } from '../result.ts';

const POINTS_TO_SCORE = 20;

const dimensionsOf = scoredSections.map(
  section =>
    [
      section.id,
      scoredDimensions.filter(dimension => dimension.section === section.id).map(({ id }) => id),
    ] as const,
);

/** The mean of each section's dimensions, 1 to 5. */
export function sectionMeans(dimensions: Judgement): Record<ScoredSectionId, number> {
  return Object.fromEntries(
    dimensionsOf.map(([section, ids]) => [
      section,
      ids.reduce((sum, id) => sum + dimensions[id], 0) / ids.length,
    ]),
  ) as Record<ScoredSectionId, number>;
}

/**
 * The report's score, 20 to 100: 20 × the mean of the five section means. Equation 3 as printed sums
 * them instead, which would reach 500; the printed table follows the mean.
 */
export function reportScore(dimensions: Judgement): number {
  const means = Object.values(sectionMeans(dimensions));
  return POINTS_TO_SCORE * (means.reduce((sum, mean) => sum + mean, 0) / means.length);
}
