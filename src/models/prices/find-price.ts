import { z } from 'zod';
import type { ModelSpec } from '../model-spec.ts';
import { type Price, priceSchema } from './price.ts';
import file from './prices.json' with { type: 'json' };

const list = z
  .object({
    asOf: z.iso.date(),
    batchShare: z.number(),
    models: z.record(z.string(), z.record(z.string(), priceSchema)),
  })
  .parse(file);

/** The day on which the vendors' lists were read. */
export const pricesAsOf = list.asOf;

/** The part of the price that a batch costs. */
export const batchShare = list.batchShare;

/** What a model costs: what the workspace says, else the list; null where nobody knows. The
 *  house's own electricity is not counted. */
export function findPrice(model: ModelSpec): Price | null {
  if (model.price) {
    const { cachedInputPerMillionUsd: cached, ...price } = model.price;
    return cached === undefined ? price : { ...price, cachedInputPerMillionUsd: cached };
  }
  if (model.provider === 'local' || model.provider === 'offline') {
    return { inputPerMillionUsd: 0, outputPerMillionUsd: 0 };
  }
  // Behind another address the same name may cost anything.
  if (model.baseUrl) return null;
  const known = list.models[model.provider] ?? {};
  return known[model.model] ?? known[withoutDate(model.model)] ?? null;
}

function withoutDate(name: string): string {
  return name.replace(/-(?:\d{8}|\d{4}-\d{2}-\d{2}|latest|\d{3})$/, '');
}
