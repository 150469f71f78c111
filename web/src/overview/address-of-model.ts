import type { ModelActivity } from '../../../src/contracts/overview/index.ts';

/** Where a model of the command line was asked; null for one that the workspace knows. */
export function addressOfModel({
  pool,
  model,
}: Pick<ModelActivity, 'pool' | 'model'>): string | null {
  if (pool === model) return null;
  const before = `${model} at `;
  return pool.startsWith(before) ? pool.slice(before.length) : pool;
}
