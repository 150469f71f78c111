import type { ModelSettings } from '../config/index.ts';
import { type ModelSpec, offlineModel, specOf } from './model-spec.ts';
import { findPrice, pricesAsOf } from './prices/find-price.ts';
import type { Price } from './prices/price.ts';

export type ListedModel = Pick<
  ModelSpec,
  'name' | 'provider' | 'model' | 'baseUrl' | 'egress' | 'mode' | 'limits'
> & {
  /** The policy lets clinical data out to it all the same. */
  clinicalException: boolean;
  /** A classical method and no model. */
  offline: boolean;
  roles: string[];
  price: Price | null;
  /** Where the price is from: the workspace, the vendors' lists of a day, or nowhere. */
  priceFrom: string;
};

/** The models of a workspace and the offline engine, with what they cost and which roles they
 *  play. A role that names nobody is the offline engine's. */
export function listModels({ models, roles, egress: policy }: ModelSettings): ListedModel[] {
  const specs = Object.entries(models).map(([name, settings]) => specOf(name, settings));
  if (!models[offlineModel.name]) specs.push(offlineModel);
  return specs.map(spec => {
    const { name, provider, model, baseUrl, egress, mode, limits } = spec;
    const price = findPrice(spec);
    const own = spec.price ? 'spinemed.yaml' : `the vendors' lists of ${pricesAsOf}`;
    const inHouse = provider === 'local' || provider === 'offline';
    return {
      ...{ name, provider, model, baseUrl, egress, mode, limits },
      clinicalException: policy.exceptions.some(({ model: named }) => named === name),
      offline: provider === 'offline',
      roles: Object.entries(roles).flatMap(([role, names]) =>
        [names].flat().includes(name) ? [role] : [],
      ),
      price,
      priceFrom: price ? (inHouse ? 'this house' : own) : 'unknown',
    };
  });
}
