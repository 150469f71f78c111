import type { BenchmarkItem } from '../../contracts/benchmark/index.ts';
import { type ExtractedAnswer, extractAnswer } from '../answers/index.ts';

type Asked = Pick<BenchmarkItem, 'task' | 'options'>;
type Read = { response: string; found: ExtractedAnswer };

const last = new WeakMap<Asked, Read>();

/** What a response settles on; null for a report. The line of an answer and the count of right ones both ask, one
 *  after the other, while all other answers wait. */
export function readOnce(item: Asked, response: string): ExtractedAnswer | null {
  const { task, options } = item;
  if (task === 'report') return null;
  const before = last.get(item);
  if (before?.response === response) return before.found;
  const found = extractAnswer({ task, options, response });
  last.set(item, { response, found });
  return found;
}
