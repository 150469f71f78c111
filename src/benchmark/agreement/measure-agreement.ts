import {
  type BlandAltman,
  blandAltman,
  type Coefficient,
  type Correlation,
  cohenKappa,
  intraclassCorrelation,
  type Kappa,
  krippendorffAlpha,
  mean,
  type Outcome,
  pearson,
  spearman,
} from '../../statistics/index.ts';
import type { Rating } from './read-ratings.ts';

export type DimensionAgreement = {
  dimension: string;
  /** Items that people and models both rated. */
  items: number;
  humans: number;
  models: number;
  /** The mean of the people against the mean of the models, item by item. */
  pearson: Outcome<Correlation>;
  spearman: Outcome<Correlation>;
  /** ICC(2,1) of the two means: whether they agree, not only move together. */
  icc: Coefficient;
  /** Quadratic weights, on scores rounded to whole points. */
  kappa: Outcome<Kappa>;
  /** Models less people, in points. */
  blandAltman: Outcome<Omit<BlandAltman, 'points'>>;
  points: ReadonlyArray<{ item: string; human: number; model: number }>;
  /** Krippendorff's alpha among the people alone: no judge can be held to more. */
  humanAlpha: number | null;
  /** Whether the judge may stand in for people on this dimension. */
  fit: boolean;
};

export type Agreement = {
  threshold: number;
  dimensions: DimensionAgreement[];
  /** Items or dimensions that only one side rated. */
  unpaired: number;
};

/** How far judging models agree with people, dimension by dimension. A dimension whose
 *  correlation is below the threshold, or not defined, is not fit to be reported alone. */
export function measureAgreement(ratings: readonly Rating[], threshold: number): Agreement {
  const byDimension = Map.groupBy(ratings, ({ dimension }) => dimension);
  let unpaired = 0;
  const dimensions = [...byDimension].map(([dimension, own]) => {
    const byItem = Map.groupBy(own, ({ item }) => item);
    const points = [...byItem].flatMap(([item, all]) => {
      const [human, model] = (['human', 'model'] as const).map(role =>
        mean(all.filter(rating => rating.role === role).map(({ score }) => score)),
      );
      if (human !== null && human !== undefined && model !== null && model !== undefined)
        return [{ item, human, model }];
      unpaired++;
      return [];
    });
    return measureDimension(dimension, own, points, threshold);
  });
  return { threshold, dimensions, unpaired };
}

function measureDimension(
  dimension: string,
  ratings: readonly Rating[],
  points: DimensionAgreement['points'],
  threshold: number,
): DimensionAgreement {
  const [humans, models] = (['human', 'model'] as const).map(
    role => new Set(ratings.filter(each => each.role === role).map(({ rater }) => rater)).size,
  ) as [number, number];
  const human = points.map(point => point.human);
  const model = points.map(point => point.model);
  const correlation = pearson(human, model);
  const icc = intraclassCorrelation(points.map(point => [point.human, point.model]));
  const altman = blandAltman(model, human);
  const { points: _, ...limits } = altman.defined ? altman : { ...altman, points: null };
  return {
    dimension,
    items: points.length,
    humans,
    models,
    pearson: correlation,
    spearman: spearman(human, model),
    icc: icc.defined ? icc.single : icc,
    kappa: cohenKappa(human.map(Math.round), model.map(Math.round), { weights: 'quadratic' }),
    blandAltman: limits as DimensionAgreement['blandAltman'],
    points,
    humanAlpha: alphaOf(ratings),
    fit: correlation.defined && correlation.value >= threshold,
  };
}

function alphaOf(ratings: readonly Rating[]): number | null {
  const people = ratings.filter(({ role }) => role === 'human');
  const units = [...Map.groupBy(people, ({ item }) => item).values()].map(all =>
    all.map(({ score }) => score),
  );
  const alpha = krippendorffAlpha(units, 'interval');
  return alpha.defined ? alpha.value : null;
}
