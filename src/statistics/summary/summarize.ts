import { type NotDefined, notDefined } from '../outcome.ts';
import { mean } from './mean.ts';
import { quantile } from './quantile.ts';
import { standardDeviation } from './standard-deviation.ts';

export interface Summary {
  readonly defined: true;
  readonly n: number;
  readonly mean: number;
  /** Null for a single value. */
  readonly standardDeviation: number | null;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
}

/** The usual first look at a sample; quartiles as `quantile` defines them. */
export function summarize(values: readonly number[]): Summary | NotDefined {
  const centre = mean(values);
  if (centre === null) return notDefined('no-data');
  return {
    defined: true,
    n: values.length,
    mean: centre,
    standardDeviation: standardDeviation(values),
    min: quantile(values, 0)!,
    lowerQuartile: quantile(values, 0.25)!,
    median: quantile(values, 0.5)!,
    upperQuartile: quantile(values, 0.75)!,
    max: quantile(values, 1)!,
  };
}
