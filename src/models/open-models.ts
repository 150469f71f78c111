import type { ModelSettings } from '../config/index.ts';
import type { Models, RoleName } from '../contracts/models/index.ts';
import { ask } from './door/ask.ts';
import { type BatchPace, usualBatchPace } from './door/batch-desk.ts';
import type { Door } from './door/door.ts';
import { embed } from './door/embed.ts';
import { openedModels } from './door/opened-models.ts';
import { onsiteAddresses } from './egress/onsite-addresses.ts';
import { findModel } from './find-model.ts';
import type { LaneState } from './limits/lane.ts';
import { type Patience, usualPatience } from './limits/patience.ts';
import type { CallLog } from './log/call-log.ts';
import { type ModelSpec, offlineModel } from './model-spec.ts';

export type DoorOptions = {
  settings: ModelSettings;
  log: CallLog;
  readPicture(sha256: string): Promise<Buffer>;
  /** Where a local model's folder is looked for: the workspace's, else the current one. */
  base?: string;
  /** Who plays a role whatever the settings say: models that the command line named. Of several
   *  a call names the one it wants. */
  players?: Partial<Record<RoleName, ModelSpec | readonly ModelSpec[]>>;
  /** Where a connected socket may end when the data must stay in; else as the settings say. */
  isOnsite?: (address: string) => boolean;
  patience?: Partial<Patience>;
  batchPace?: Partial<BatchPace>;
};

export type OpenModels = Models & {
  /** How each model's lane is now. */
  lanes(): Array<{ model: string } & LaneState>;
  close(): Promise<void>;
};

/** Opens the one door through which every call to a model goes: egress policy, limits, spend
 *  cap and call log. Closing it closes its connections, not its log. */
export function openModels(options: DoorOptions): OpenModels {
  const { settings, log, readPicture, players = {} } = options;
  const { isOnsite = onsiteAddresses(settings.egress.onsite) } = options;
  const batchPace = { ...usualBatchPace, ...options.batchPace };
  const opened = openedModels({
    policy: settings.egress,
    isOnsite,
    log,
    batchPace,
    base: options.base ?? process.cwd(),
  });
  const door: Door = {
    modelsFor(role, named) {
      const own = [players[role] ?? []].flat();
      const player = named === undefined ? own[0] : own.find(({ name }) => name === named);
      if (player) return [player];
      const names = named ?? settings.roles[role] ?? offlineModel.name;
      return [names].flat().map(name => findModel(name, { models: settings.models }));
    },
    log,
    opened,
    patience: { ...usualPatience, ...options.patience },
    hasSpendCap: settings.spendCapUsd !== undefined,
    readPicture,
    underWay: new Map(),
  };
  return {
    ask: (role, call) => ask(door, role, call),
    stream: (role, call, onText) => ask(door, role, call, onText),
    embed: call => embed(door, call),
    lanes: () => opened.all().map(({ spec, lane }) => ({ model: spec.pool, ...lane.state() })),
    close: () => opened.close(),
  };
}
