import { decideEgress, type EgressPolicy } from '../egress/decide.ts';
import { type Lane, openLane } from '../limits/lane.ts';
import { secondWindow } from '../limits/second-window.ts';
import type { CallLog } from '../log/call-log.ts';
import type { ModelSpec } from '../model-spec.ts';
import { providers } from '../providers/index.ts';
import type { AnswerForm, Provider } from '../providers/provider.ts';
import { type BatchDesk, type BatchPace, openBatchDesk } from './batch-desk.ts';

export type OpenedModel = {
  spec: ModelSpec;
  lane: Lane;
  passWindow: ReturnType<typeof secondWindow>;
  /** The weaker way of holding it to a form, once it has shown not to know the usual one. */
  formBy: AnswerForm['by'] | undefined;
  /** `guarded`: over sockets that end inside the house alone. */
  provider(guarded: boolean): Promise<Provider>;
  /** Where its batches are gathered and followed. */
  desk(guarded: boolean): Promise<BatchDesk>;
};

/** Loaded only when a model is first asked: other commands do not wait for it. */
async function openProvider(
  spec: ModelSpec,
  base: string,
  guard: ((address: string) => boolean) | undefined,
): Promise<Provider> {
  // The offline engine is handed typed inputs and never gets this far.
  if (spec.provider === 'offline') throw new Error('the offline engine has no provider');
  const { openConnections } = await import('../egress/open-connections.ts');
  const open = await providers[spec.provider]();
  return open(spec, () => openConnections({ guard, timeoutMs: spec.timeoutMs }), base);
}

/** Models as they are opened, once each: one lane a model, and one set of connections for
 *  data that must stay and one for what need not. */
export function openedModels(options: {
  policy: EgressPolicy;
  isOnsite(address: string): boolean;
  log: CallLog;
  batchPace: BatchPace;
  base: string;
}) {
  const { policy, isOnsite, log, batchPace, base } = options;
  const opened = new Map<string, OpenedModel>();
  const openProviders: Array<Promise<Provider>> = [];
  const desks: BatchDesk[] = [];

  function open(spec: ModelSpec): OpenedModel {
    const kept = new Map<boolean, Promise<Provider>>();
    const keptDesks = new Map<boolean, BatchDesk>();
    const self: OpenedModel = {
      spec,
      lane: openLane(spec.limits.concurrency),
      passWindow: secondWindow(spec.limits.requestsPerMinute),
      formBy: undefined,
      provider(guarded) {
        let provider = kept.get(guarded);
        if (!provider) {
          provider = openProvider(spec, base, guarded ? isOnsite : undefined);
          provider.catch(() => kept.delete(guarded));
          kept.set(guarded, provider);
          openProviders.push(provider);
        }
        return provider;
      },
      async desk(guarded) {
        const { batches } = await self.provider(guarded);
        const desk = keptDesks.get(guarded) ?? openBatchDesk(batches!, spec, log, batchPace);
        if (!keptDesks.has(guarded)) desks.push(desk);
        keptDesks.set(guarded, desk);
        return desk;
      },
    };
    return self;
  }

  return {
    decide: (spec: ModelSpec, dataClass: Parameters<typeof decideEgress>[2]) =>
      decideEgress(policy, spec, dataClass),
    get(spec: ModelSpec): OpenedModel {
      const found = opened.get(spec.pool) ?? open(spec);
      opened.set(spec.pool, found);
      return found;
    },
    all: (): OpenedModel[] => [...opened.values()],
    async close(): Promise<void> {
      for (const desk of desks) desk.close();
      for (const provider of openProviders) await (await provider.catch(() => null))?.close();
    },
  };
}
