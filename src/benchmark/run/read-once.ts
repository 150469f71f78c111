import type { BenchmarkItem } from '../../contracts/benchmark/index.ts';
import { type ExtractedAnswer, extractAnswer } from '../answers/index.ts';

/** What a response to an item settles on; null for a report. */
export type Read = (
  item: Pick<BenchmarkItem, 'id' | 'task' | 'options'>,
  response: string,
) => ExtractedAnswer | null;

export const readAnew: Read = ({ task, options }, response) =>
  task === 'report' ? null : extractAnswer({ task, options, response });

const mostKept = 10_000;

/** The line of an answer, the count of right ones and the score at the end ask the same of the items
 *  of one run, while everything else waits for it. */
export function readOnce(): Read {
  const last = new Map<string, { response: string; found: ExtractedAnswer | null }>();
  return (item, response) => {
    const before = last.get(item.id);
    if (before?.response === response) return before.found;
    const found = readAnew(item, response);
    if (before || last.size < mostKept) last.set(item.id, { response, found });
    return found;
  };
}
