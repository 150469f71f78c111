import { decodeInline } from '../markdown/decode-inline.ts';
import { readNothing } from '../markdown/is-nothing.ts';
import { splitUnescaped } from '../markdown/split-raw.ts';

/** The names of levels in a cell or after a label, as written: `L3/L4, L4/L5 and L5/S1`. */
export function readLevelNames(raw: string): string[] {
  if (readNothing(raw) !== null) return [];
  return raw
    .split(/<br\s*\/?>|\n| and | &(?:amp;)? | ?[和及与] ?|\s[/／]\s/i)
    .flatMap(part => splitUnescaped(part, ',，、;；'))
    .map(part => part.trim())
    .filter(part => readNothing(part) === null)
    .map(part => decodeInline(part));
}
