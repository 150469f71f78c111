import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { type BenchmarkItem, benchmarkItemSchema } from '../../contracts/benchmark/index.ts';
import { readLines } from '../items/read-lines.ts';
import type { OwnWords, ScoredItem } from '../scoring/index.ts';
import { sharedLists } from './shared-lists.ts';
import { itemsFile } from './take-items.ts';

export type OpenItems = {
  ids: readonly string[];
  /** Places of those that ask for a report. */
  reports: readonly number[];
  get(place: number): Promise<BenchmarkItem>;
  close(): Promise<void>;
};

/** A run's items: where each stands, and its text only when it is wanted. */
export async function openItems(folder: string): Promise<OpenItems> {
  const ids: string[] = [];
  const reports: number[] = [];
  const places: number[] = [];
  for await (const { text, at, length } of readLines(createReadStream(itemsFile(folder)))) {
    const { id, task } = JSON.parse(text) as Pick<BenchmarkItem, 'id' | 'task'>;
    if (task === 'report') reports.push(ids.length);
    ids.push(id);
    places.push(at, length);
  }
  const file = await open(itemsFile(folder));
  return {
    ids,
    reports,
    async get(place) {
      const [at, length] = [places[place * 2]!, places[place * 2 + 1]!];
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, at);
      return benchmarkItemSchema.parse(JSON.parse(buffer.toString('utf8')));
    },
    close: () => file.close(),
  };
}

const word = z.string().min(1).max(64).optional().catch(undefined);

function forScoring(item: BenchmarkItem, share: ReturnType<typeof sharedLists>): ScoredItem {
  return {
    id: item.id,
    task: item.task,
    options: item.options,
    answer: share(item.answer),
    images: item.images.length === 0 ? share(item.images) : item.images,
    reference: item.reference,
    language: item.language,
    subspecialty: item.subspecialty,
    source: item.source,
    modality: share(item.modality),
    levels: share(item.levels),
    group: item.group === item.id ? item.id : item.group,
    ...ownWords(item),
  };
}

const ownWordsSchema = z.object({
  kind: word,
  dataset: word,
  disease: word,
});

/** Names, and no texts: a word of a benchmark's own that is none is passed over. */
function ownWords(item: BenchmarkItem): OwnWords {
  const { kind, dataset, disease } = ownWordsSchema.parse(item);
  return {
    ...(kind ? { kind } : {}),
    ...(dataset ? { dataset } : {}),
    ...(disease ? { disease } : {}),
  };
}

/** All of them without their texts, as scoring wants them. */
export async function readScoredItems(folder: string): Promise<ScoredItem[]> {
  const items: ScoredItem[] = [];
  const share = sharedLists();
  for await (const { text } of readLines(createReadStream(itemsFile(folder)))) {
    items.push(forScoring(benchmarkItemSchema.parse(JSON.parse(text)), share));
  }
  return items;
}
