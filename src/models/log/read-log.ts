import { z } from 'zod';
import { attemptStatusSchema, type LogLine, logLineSchema } from '../../contracts/models/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { attemptId } from '../call-id.ts';
import { type LinePlace, readLines } from './read-lines.ts';

/** What is needed of every line at once; the rest is read when it is asked for. */
const indexSchema = z.object({
  call: z.string(),
  attempt: z.int(),
  status: attemptStatusSchema,
  costUsd: z.number().nullable(),
  atMostUsd: z.number().nullable(),
});

export type LogState = {
  answered: Map<string, LinePlace>;
  /** The number of the last attempt of each call. */
  attempts: Map<string, number>;
  spentUsd: number;
  /** Where the whole lines end: what follows was cut off. */
  sizeBytes: number;
  /** Attempts that were under way when the last writer was killed. */
  killed: LogLine[];
  /** Those of them that stand in a batch, and so go on, by their calls. */
  inBatch: Map<string, { line: LogLine; batch: string }>;
};

export const batchLineSchema = z.object({
  batch: z.string(),
  members: z.array(z.object({ call: z.string(), attempt: z.int() })),
});

/** Reads a log of calls and who was under way beside it. */
export async function readLog(file: string): Promise<LogState> {
  const state: LogState = {
    answered: new Map(),
    attempts: new Map(),
    spentUsd: 0,
    sizeBytes: 0,
    killed: [],
    inBatch: new Map(),
  };
  const ended = new Set<string>();
  for await (const { text, number, place } of readLines(file)) {
    const line = parse(indexSchema, text, `${file}:${number}`);
    state.sizeBytes = place.at + place.length;
    ended.add(attemptId(line.call, line.attempt));
    count(state, line);
    if (line.status === 'answered') state.answered.set(line.call, place);
  }
  const batches = new Map<string, string>();
  for await (const { text, number } of readLines(`${file}.batches`)) {
    const { batch, members } = parse(batchLineSchema, text, `${file}.batches:${number}`);
    for (const { call, attempt } of members) batches.set(attemptId(call, attempt), batch);
  }
  for await (const { text, number } of readLines(`${file}.asked`)) {
    const line = parse(logLineSchema, text, `${file}.asked:${number}`);
    if (ended.has(line.id)) continue;
    const batch = batches.get(line.id);
    if (batch) state.inBatch.set(line.call, { line, batch });
    else {
      state.killed.push(line);
      count(state, line);
    }
  }
  return state;
}

function count(state: LogState, line: z.output<typeof indexSchema>): void {
  state.spentUsd += line.costUsd ?? line.atMostUsd ?? 0;
  const last = state.attempts.get(line.call) ?? 0;
  state.attempts.set(line.call, Math.max(last, line.attempt));
}

function parse<T>(schema: z.ZodType<T>, text: string, place: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new SpinemedError({
      code: 'log-damaged',
      mender: 'user',
      message: 'this line is not one of a call log',
      place,
      hint: 'Bring the file back from a copy, or take the line out: its call is then made again.',
    });
  }
}
