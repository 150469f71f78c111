import type { z } from 'zod';
import { idOf } from '../../identity/index.ts';
import type { Blobs } from '../blobs/index.ts';
import type { DataClass, Kind } from './kind.ts';
import type { Outcome } from './outcome.ts';

/** Where something comes from, as it is written into the `sources` table. */
export type Source = {
  kind: string;
  class: DataClass;
  title: string;
  language?: string | undefined;
  licence?: string | undefined;
  redistribution?: string | undefined;
  doi?: string | undefined;
  isbn?: string | undefined;
  /** What tells it from every other source of its kind: a folder, an accession, a case number. */
  origin: string;
};

/** Something found outside. `key` says what it is, wherever it was looked for, and what it holds:
 *  the same key is the same thing, and whichever call finds it again does not collect it twice. */
export type Offer = {
  key: string;
  source: Source;
  /** Names it for people where the frame itself rejects it. */
  place?: string;
  /** The sha256 of the files that it is about, whatever becomes of it: what is clinical once stays
   *  so, also where nothing could be made of it. */
  files?: readonly string[];
  /** Stands for `place` where those files turn out to be a patient's, who may be named in it. */
  tag?: () => string;
  collect(): Promise<Outcome | Outcome[]>;
};

export type CollectorContext<Settings> = {
  settings: Settings;
  blobs: Blobs;
  workspaceFolder: string;
  signal: AbortSignal;
};

/** The start of a pipeline: it takes nothing and brings things in from outside. It runs in
 *  the process that builds, since a folder or a credential may be on that machine only. Settings
 *  say where to look; the books are one, whatever was asked for and by whom. */
export type Collector<Settings = unknown> = {
  name: string;
  version: number;
  makes: readonly Kind[];
  settings: z.ZodType<Settings>;
  rejects: readonly string[];
  offers(context: CollectorContext<Settings>): AsyncIterable<Offer>;
};

/** Without settings it looks for nothing and stands for what was collected before. */
export type CollectorStep = {
  type: 'collector';
  stage: Collector;
  settings?: unknown;
  id: string;
};

/** Puts the collector into a recipe: `collectFolder({ path: 'sources' })`. */
export type CollectorMaker<Settings> = {
  (settings: Settings): CollectorStep;
  stage: Collector;
};

export function defineCollector<Schema extends z.ZodType>(
  collector: Omit<Collector<z.output<Schema>>, 'settings'> & { settings: Schema },
): CollectorMaker<z.input<Schema>> {
  const stage = collector as unknown as Collector;
  const step = (settings: z.input<Schema>): CollectorStep => ({
    ...stepOf(stage),
    settings: collector.settings.parse(settings),
  });
  return Object.assign(step, { stage });
}

/** In a recipe, all that a collector ever brought into the workspace, without looking for more. */
export function collected({ stage }: { stage: Collector }): CollectorStep {
  return stepOf(stage);
}

function stepOf(stage: Collector): CollectorStep {
  return { type: 'collector', stage, id: idOf(stage.name, stage.version) };
}
