import { limits } from './limits.ts';
import { type AnswerTo, answers, type Failure, type Task } from './protocol.ts';
import { type Reader, startReader } from './start-reader.ts';

/** Reading is work for a core; more processes than this would only hold memory. */
const mostReaders = 2;

const idle: Reader[] = [];
const waiting: (() => void)[] = [];
let working = 0;

export type Read<T extends Task> = { value: AnswerTo<T> } | { why: Failure };

/** Reads a stranger's file in a process that is ended when it takes too long or too much.
 *  That a file cannot be read is an answer, not an error. */
export async function readApart<T extends Task>(
  task: T,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Read<T>> {
  if (bytes.length > limits.fileBytes) return { why: 'over-limits' };
  if (working < mostReaders) working++;
  else await new Promise<void>(resolve => waiting.push(resolve));
  try {
    signal.throwIfAborted();
    const reader = idle.findLast(each => !each.hasEnded()) ?? startReader();
    idle.splice(0, idle.length, ...idle.filter(each => each !== reader && !each.hasEnded()));
    const answer = await reader.read({ task, bytes }, signal);
    if (!reader.hasEnded()) idle.push(reader);
    if ('why' in answer) return answer;
    const { data, success } = answers[task].safeParse(answer.value);
    return success ? { value: data as AnswerTo<T> } : { why: 'broken' };
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working--;
  }
}
