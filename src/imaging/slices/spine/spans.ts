import type { Span } from './spine-range.ts';

/** The longest run of places that pass, holes of up to so many places between them allowed. */
export function longestRun(passes: readonly boolean[], holes: number): Span | null {
  let best: Span | null = null;
  let start = -1;
  let last = -1;
  for (const [at, does] of passes.entries()) {
    if (!does) continue;
    if (start < 0 || at - last > holes + 1) start = at;
    last = at;
    if (!best || last - start > best[1] - best[0]) best = [start, last];
  }
  return best;
}

/** From the middle outwards for as long as a profile stays above a part of its height there. */
export function spreadAround(
  profile: ArrayLike<number>,
  middle: number,
  threshold: number,
  [least, most]: Span,
): Span {
  const walk = (step: 1 | -1) => {
    let reach = least;
    while (reach < most && (profile[middle + step * (reach + 1)] ?? 0) >= threshold) reach++;
    return middle + step * reach;
  };
  return [walk(-1), walk(1)];
}

export function clampSpan([first, last]: Span, count: number): Span {
  return [Math.max(0, Math.min(first, count - 1)), Math.min(count - 1, Math.max(last, 0))];
}
