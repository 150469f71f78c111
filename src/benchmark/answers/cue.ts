/**
 * The words that announce an answer. `strong` makes what follows an explicit statement; `weak` an
 * opinion that counts where nothing explicit is said. `takes` is what may follow: letters, letters
 * with nothing behind them that could make them words (`closed`), two of them or more (`list`), the words of an option (`text`).
 */
export type Cue = {
  pattern: RegExp;
  strength: 'strong' | 'weak';
  takes: 'letters' | 'closed' | 'list' | 'text' | 'either';
  /** What may not stand right before it, for then it announces nothing or another's opinion. */
  unless?: RegExp;
  /** What, right before it, turns it round: 不选. */
  deniedBy?: RegExp;
};

/** Joins alternatives into one pattern that is searched through the whole response. Every
 *  repetition in it has a bound, which keeps the search linear. */
export function cuePattern(...parts: string[]): RegExp {
  return new RegExp(parts.join(''), 'giu');
}

/** All places of a global pattern. `matchAll` copies the pattern at each call, which took most of
 *  the time of a short response. */
export function findAll(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one !== null; one = pattern.exec(text)) {
    found.push(one);
    if (one[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

/** Where the last place of a global pattern ends, or the beginning. */
export function lastEnd(text: string, pattern: RegExp): number {
  const last = findAll(pattern, text).at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

export const raw = String.raw;
