import type { Candidate } from './candidate.ts';

export type Missing = { before: number[]; after: number[] };

/** For each candidate, how many figures' numbers are missing between it and the captions before and behind.
 *  A sentence about a figure or a line in a list of figures is no caption: its figure may be missing. */
export function missingBeside(candidates: readonly Candidate[]): Missing {
  const told = new Set(
    candidates.flatMap(one => (one.label && isCaption(one) ? [one.label.key] : [])),
  );
  const before = candidates.map(() => 0);
  const after = candidates.map(() => 0);
  let [last, series, number] = [-1, '', 0];
  candidates.forEach((candidate, index) => {
    if (!candidate.label || !isCaption(candidate)) return;
    const found = /^(.*?)(\d+)$/.exec(candidate.label.key);
    if (!found) return;
    const [, own, digits] = found as unknown as [string, string, string];
    let gap = 0;
    for (let at = number + 1; own === series && at < Number(digits) && gap < 4; at++)
      if (!told.has(`${own}${at}`)) gap++;
    if (gap > 0 && gap < 4) before[index] = after[last] = gap;
    [last, series, number] = [index, own, Number(digits)];
  });
  return { before, after };
}

function isCaption({ form, isListed }: Candidate): boolean {
  return form !== 'verb' && !isListed;
}
