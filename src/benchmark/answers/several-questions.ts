import { findAll } from './cue.ts';
import type { Statement } from './statement.ts';

const heading =
  /\bq(?:uestion)?\.? ?(?:no\.? ?)?(\d{1,3})(?![\d.]*\d)|第\s?([一二三四五六七八九十\d]{1,3})\s?[题问]|[题问]\s?([一二三四五六七八九十\d]{1,3})(?=\s?[:.、的])/giu;

const direct =
  /^\s?[.:)、的-]{0,2}\s?(?:答案|应?选|是|:|\s){0,3}[([]?[A-Z][)\]]?(?=\s?(?:$|[\n.,;。]))/;

/** Whether answers to several questions stand side by side: which one is asked for is unknown. */
export function answersSeveral(text: string, statements: Statement[]): boolean {
  const headings = findAll(heading, text).map(found => ({
    at: found.index,
    end: found.index + found[0].length,
    number: found[1] ?? found[2] ?? found[3],
  }));
  if (headings.length < 2) return false;
  const ends = statements
    .filter(one => one.strength === 'strong' && !one.denied && one.letters.length > 0)
    .map(one => one.end);
  const answered = new Set<string | undefined>();
  let next = 0;
  headings.forEach(({ end, number }, at) => {
    const until = headings[at + 1]?.at ?? text.length;
    while (next < ends.length && ends[next]! <= end) next += 1;
    const answers = direct.test(text.slice(end, end + 24));
    if (answers || (next < ends.length && ends[next]! <= until)) answered.add(number);
  });
  return answered.size > 1;
}
