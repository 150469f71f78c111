/**
 * The entries of a segmented table (PS3.3 C.7.9.2): runs given value by value, straight lines, and
 * repetitions of segments before. Null where they are not `count` entries.
 */
export function expandSegments(parts: Uint16Array, count: number): Uint16Array | null {
  const entries = new Uint16Array(count);
  let filled = 0;

  /** Where the next segment begins; null where this one cannot be. */
  function expand(at: number, mayRepeat: boolean): number | null {
    const [kind, length] = [parts[at], parts[at + 1]];
    if (length === undefined) return null;
    if (kind === 0) {
      if (at + 2 + length > parts.length || filled + length > count) return null;
      entries.set(parts.subarray(at + 2, at + 2 + length), filled);
      filled += length;
      return at + 2 + length;
    }
    if (kind === 1) {
      const target = parts[at + 2];
      if (target === undefined || filled === 0 || filled + length > count) return null;
      const start = entries[filled - 1]!;
      for (let step = 1; step <= length; step++) {
        entries[filled++] = Math.round(start + ((target - start) * step) / length);
      }
      return at + 3;
    }
    if (kind !== 2 || !mayRepeat || at + 3 >= parts.length) return null;
    let from: number | null = parts[at + 2]! + parts[at + 3]! * 0x10000;
    for (let repeated = 0; repeated < length && from !== null; repeated++) {
      from = expand(from, false);
    }
    return from === null ? null : at + 4;
  }

  let at: number | null = 0;
  while (at !== null && at < parts.length && filled < count) at = expand(at, true);
  return filled === count ? entries : null;
}
