import type { Unit } from '../markdown/unit.ts';

/** Fewer letters than these describe nothing: "Image", "Figure". */
const shortest = 12;

/** Whether a paragraph beside a picture begins with the very words that describe the picture: then it is
 *  the picture's caption, labelled or not. */
export function isEcho(text: string, units: readonly Unit[], index: number): boolean {
  const unit = units[index]!;
  if (unit.kind !== 'text') return false;
  for (const beside of [units[index - 1], units[index + 1]]) {
    const words = beside?.picture?.alt.replace(/[.。…\s]+$/, '') ?? '';
    if (words.length < shortest || beside!.picture!.isInSentence) continue;
    const written = text.slice(unit.start, unit.start + 2 * words.length + 40);
    if (
      written
        .replace(/[*_\s]+/g, ' ')
        .trimStart()
        .startsWith(words)
    )
      return true;
  }
  return false;
}
