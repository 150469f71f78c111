import { requireCount, requireDegreesOfFreedom, requireProportion } from '../preconditions.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { deviance, stirlingError } from './saddle-point.ts';

/** P(X = successes) in `trials` independent trials. */
export function binomialProbability(successes: number, trials: number, chance: number): number {
  requireBinomial(successes, trials, chance);
  const failures = trials - successes;
  if (trials === 0) return 1;
  if (successes === 0) return Math.exp(trials * Math.log1p(-chance));
  if (failures === 0) return chance ** trials;
  if (chance === 0 || chance === 1) return 0;
  const logarithm =
    stirlingError(trials) -
    stirlingError(successes) -
    stirlingError(failures) -
    deviance(successes, trials * chance) -
    deviance(failures, trials * (1 - chance));
  return Math.sqrt(trials / (2 * Math.PI * successes) / failures) * Math.exp(logarithm);
}

/** P(X <= successes) in `trials` independent trials. */
export function binomialCdf(successes: number, trials: number, chance: number): number {
  requireBinomial(successes, trials, chance);
  if (successes === trials) return 1;
  return incompleteBeta(trials - successes, successes + 1, 1 - chance, chance).lower;
}

function requireBinomial(successes: number, trials: number, chance: number): void {
  requireCount(successes, 'successes');
  requireCount(trials, 'trials');
  requireProportion(chance, 'chance');
  if (trials > 0) requireDegreesOfFreedom(trials, 'trials');
  if (successes > trials) {
    throw new RangeError(`successes exceed trials: ${successes} of ${trials}`);
  }
}
