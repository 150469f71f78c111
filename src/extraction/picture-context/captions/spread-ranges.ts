import type { Candidate } from './candidate.ts';

const longestRange = 12;

/** "Fig. 1–4. Radiographs" is the caption of four figures where the one before or behind is called 5, and of
 *  one figure where numbers have two parts. */
export function spreadRanges(found: readonly Candidate[]): Candidate[] {
  const keys = new Set(found.flatMap(({ label }) => (label ? [label.key] : [])));
  return found.flatMap(candidate => {
    const range = /^(\w+):(\d+)-(\d+)$/.exec(candidate.label?.key ?? '');
    if (!range || !candidate.label!.text.includes('-')) return [candidate];
    const [word, from, to] = [range[1]!, Number(range[2]), Number(range[3])];
    if (to <= from || to - from > longestRange) return [candidate];
    if (!keys.has(`${word}:${from - 1}`) && !keys.has(`${word}:${to + 1}`)) return [candidate];
    return Array.from({ length: to - from + 1 }, (_, at) => {
      const number = `${from + at}`;
      const text = candidate.label!.text.replace(/\d+-\d+/, number);
      return { ...candidate, label: { ...candidate.label!, key: `${word}:${number}`, text } };
    });
  });
}
