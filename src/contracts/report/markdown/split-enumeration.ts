const marks: readonly RegExp[] = [
  /[①-⑳]\s*/g,
  /[（(](\d{1,2})[)）]\s*/g,
  /(?<![\d.])(\d{1,2})(?:[.．](?=\s|\p{Script=Han})|[)）、])\s*/gu,
];

/**
 * The items of `1. … 2. … 3. …` on one line, or null if it is none: its numbers must count from one
 * without a gap, or any figure in the prose would do for a mark.
 */
export function splitEnumeration(raw: string): string[] | null {
  for (const mark of marks) {
    const parts: string[] = [];
    let start = -1;
    for (const match of raw.matchAll(mark)) {
      if (numberOf(match) !== parts.length + 1 + (start < 0 ? 0 : 1)) continue;
      if (start < 0 && raw.slice(0, match.index).trim() !== '') break;
      if (start >= 0) parts.push(raw.slice(start, match.index));
      start = match.index + match[0].length;
    }
    if (parts.length > 0)
      return [...parts, raw.slice(start)].map(trimItem).filter(part => part !== '');
  }
  return null;
}

function numberOf(match: RegExpMatchArray): number {
  return match[1] === undefined ? match[0].codePointAt(0)! - 0x245f : Number(match[1]);
}

function trimItem(part: string): string {
  return part.trim().replace(/[；;，,、]{1,3}$/, '');
}
