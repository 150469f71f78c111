import type { Connections } from '../egress/open-connections.ts';
import type { ModelSpec } from '../model-spec.ts';
import type { Provider } from './provider.ts';

/** Opens a model. `connect` gives it connections that are watched; one that runs in this house
 *  needs none, and may stand in a folder as seen from `base`. */
export type OpenProvider = (model: ModelSpec, connect: () => Connections, base: string) => Provider;
