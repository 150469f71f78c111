import { SpinemedError } from '../../../errors/index.ts';
import { hostCrashed } from './host-errors.ts';
import type { Generated, GenerateRequest, HostAnswer, HostRequest } from './protocol.ts';
import type { Waiter } from './waiter.ts';

export type EmbedJob = { type: 'embed'; picture: Uint8Array; waiter: Waiter<Float32Array> };
export type GenerateJob = {
  type: 'generate';
  request: GenerateRequest;
  onText(delta: string): void;
  waiter: Waiter<Generated>;
};
export type Job = EmbedJob | GenerateJob;

/** What is served together: one text, or several pictures. */
export type Batch = { type: 'generate'; jobs: [GenerateJob] } | { type: 'embed'; jobs: EmbedJob[] };

/** Takes the next batch from the front of the line, past those who have left. */
export function takeBatch(line: Job[], mostPictures: number): Batch | undefined {
  const pictures: EmbedJob[] = [];
  while (line[0] && pictures.length < mostPictures) {
    const job = line[0];
    if (job.type === 'generate' && pictures.length > 0) break;
    line.shift();
    if (job.waiter.hasLeft()) continue;
    if (job.type === 'generate') return { type: 'generate', jobs: [job] };
    pictures.push(job);
  }
  return pictures.length > 0 ? { type: 'embed', jobs: pictures } : undefined;
}

export function requestOf(batch: Batch): HostRequest {
  return batch.type === 'embed'
    ? { type: 'embed', pictures: batch.jobs.map(job => job.picture) }
    : { type: 'generate', ...batch.jobs[0].request };
}

export function deliver(batch: Batch, answer: HostAnswer): void {
  if (answer.type === 'failed') refuse(batch, new SpinemedError(answer.failure));
  else if (batch.type === 'generate' && answer.type === 'generated') {
    const { text, finish, tokens } = answer;
    batch.jobs[0].waiter.resolve({ text, finish, tokens });
  } else if (batch.type === 'embed' && answer.type === 'embedded') {
    for (const [at, { waiter }] of batch.jobs.entries()) {
      const result = answer.results[at]!;
      if ('failure' in result) waiter.reject(new SpinemedError(result.failure));
      else waiter.resolve(result);
    }
  } else refuse(batch, hostCrashed());
}

export function refuse({ jobs }: { jobs: readonly Job[] }, error: unknown): void {
  for (const { waiter } of jobs) waiter.reject(error);
}
