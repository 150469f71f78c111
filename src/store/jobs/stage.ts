import type { z } from 'zod';
import type { Models } from '../../contracts/models/index.ts';
import { idOf } from '../../identity/index.ts';
import type { Blobs } from '../blobs/index.ts';
import type { Kind, Thing } from './kind.ts';
import type { Outcome } from './outcome.ts';

export type StageContext<Settings> = {
  settings: Settings;
  blobs: Blobs;
  /** The door to every model. */
  models: Models;
  /** Aborted when the worker is asked to end: give up waiting, and the input is done again. */
  signal: AbortSignal;
};

/** One stage of a pipeline: what it takes, what it makes of a single input, and the closed
 *  list of reasons it may reject with. Batching, retries, provenance and counts are the frame's. */
export type Stage<In extends Kind = Kind, Settings = unknown> = {
  name: string;
  /** Raised when the same input would now give another output: everything is made anew. */
  version: number;
  takes: In;
  makes: readonly Kind[];
  settings: z.ZodType<Settings>;
  rejects: readonly string[];
  /** It may see what names patients, before de-identification: it tells what a file is or takes
   *  text out of it. Every other stage gets clinical inputs held back. Whoever adds or drops
   *  this raises the version. */
  beforeGate?: true;
  /** Inputs a job; fewer where one takes long, so that workers share evenly. */
  batch?: number;
  /** Inputs of a batch in work at once: more than one pays where a stage waits. */
  parallel?: number;
  each(
    input: Thing<In>,
    context: StageContext<Settings>,
  ): Promise<Outcome | Outcome[]> | Outcome | Outcome[];
};

export type StageStep = { type: 'stage'; stage: Stage; settings: unknown; id: string };

/** Gives the function that puts the stage into a recipe: `identify()`, `draft({ perPage: 3 })`. */
export function defineStage<In extends Kind, Schema extends z.ZodType>(
  stage: Omit<Stage<In, z.output<Schema>>, 'settings'> & { settings: Schema },
): (settings?: z.input<Schema>) => StageStep {
  return (settings = {} as z.input<Schema>) => {
    const parsed = stage.settings.parse(settings);
    return {
      type: 'stage',
      stage: stage as unknown as Stage,
      settings: parsed,
      id: idOf(stage.name, stage.version, parsed),
    };
  };
}
