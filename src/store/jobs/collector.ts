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

/** Something found outside. `key` says what it is and what it holds: the same key is the
 *  same thing and is not collected twice. */
export type Offer = {
  key: string;
  source: Source;
  collect(): Promise<Outcome | Outcome[]>;
};

export type CollectorContext<Settings> = {
  settings: Settings;
  blobs: Blobs;
  workspaceFolder: string;
  signal: AbortSignal;
};

/** The start of a pipeline: it takes nothing and brings things in from outside. It runs in
 *  the process that builds, since a folder or a credential may be on that machine only. */
export type Collector<Settings = unknown> = {
  name: string;
  version: number;
  makes: readonly Kind[];
  settings: z.ZodType<Settings>;
  rejects: readonly string[];
  offers(context: CollectorContext<Settings>): AsyncIterable<Offer>;
};

export type CollectorStep = { type: 'collector'; stage: Collector; settings: unknown; id: string };

export function defineCollector<Schema extends z.ZodType>(
  collector: Omit<Collector<z.output<Schema>>, 'settings'> & { settings: Schema },
): (settings: z.input<Schema>) => CollectorStep {
  return settings => {
    const parsed = collector.settings.parse(settings);
    return {
      type: 'collector',
      stage: collector as unknown as Collector,
      settings: parsed,
      id: idOf(collector.name, collector.version, parsed),
    };
  };
}
