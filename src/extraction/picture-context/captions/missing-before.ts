import type { Candidate } from './candidate.ts';

/** For each candidate, how many figures' numbers are missing between the one before it and it. */
export function missingBefore(candidates: readonly Candidate[]): number[] {
  const told = new Set(candidates.flatMap(({ label }) => (label ? [label.key] : [])));
  let [series, number] = ['', 0];
  return candidates.map(({ label, form }) => {
    if (!label || form === 'verb') return 0;
    const found = /^(.*?)(\d+)$/.exec(label.key);
    if (!found) return 0;
    const [, own, digits] = found as unknown as [string, string, string];
    let gap = 0;
    for (let at = number + 1; own === series && at < Number(digits) && gap < 4; at++)
      if (!told.has(`${own}${at}`)) gap++;
    [series, number] = [own, Number(digits)];
    return gap > 0 && gap < 4 ? gap : 0;
  });
}
