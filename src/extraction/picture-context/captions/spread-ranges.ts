import type { Candidate } from './candidate.ts';

const longestRange = 12;

/** "Fig. 1–4. Radiographs": the caption of four figures where the document counts 1, 2, 3 …, and of one
 *  figure where it counts by chapters. */
export function spreadRanges(found: readonly Candidate[]): Candidate[] {
  const keys = new Set(found.flatMap(({ label }) => (label ? [label.key] : [])));
  const simple = [...keys].filter(key => /:\d+$/.test(key)).length;
  const compound = [...keys].filter(key => /:\d+-\d+$/.test(key)).length;
  if (compound === 0 || simple < compound) return [...found];
  return found.flatMap(candidate => {
    const range = /^(\w+):(\d+)-(\d+)$/.exec(candidate.label?.key ?? '');
    if (!range || !candidate.label!.text.includes('-')) return [candidate];
    const [word, from, to] = [range[1]!, Number(range[2]), Number(range[3])];
    if (to <= from || to - from > longestRange) return [candidate];
    return Array.from({ length: to - from + 1 }, (_, at) => {
      const number = `${from + at}`;
      const text = candidate.label!.text.replace(/\d+-\d+/, number);
      return { ...candidate, label: { ...candidate.label!, key: `${word}:${number}`, text } };
    });
  });
}
