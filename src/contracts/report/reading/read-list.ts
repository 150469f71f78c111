import { readNothing } from '../markdown/is-nothing.ts';
import { splitEnumeration } from '../markdown/split-enumeration.ts';
import type { Token } from '../markdown/tokenise.ts';
import { plainOf, rawOf } from './content.ts';
import type { Segment } from './cursor.ts';

/**
 * The raw items of a list: bullets, with what is indented under them; else paragraphs, parted only
 * where they count their items. Null if nothing is said, empty if it is said that there is none.
 */
export function readRawItems(tokens: readonly Token[]): string[] | null {
  const raw = rawOf(tokens);
  const nothing = readNothing(raw);
  if (nothing !== null) return nothing === 'none' ? [] : null;
  const items: RawItem[] = [];
  let base = Number.POSITIVE_INFINITY;
  let afterBlank = true;
  for (const token of tokens) {
    const last = items.at(-1);
    if (token.kind === 'blank') {
      afterBlank = true;
      continue;
    }
    if (token.kind === 'table') {
      for (const row of token.rows)
        items.push({ lines: [row.join(' | ')], counted: null, heads: false });
    } else if (token.kind === 'heading' || token.kind === 'bold') {
      items.push({ lines: [token.raw], counted: null, heads: true });
    } else if (last?.heads || (token.kind === 'item' && token.indent > base)) {
      last?.lines.push(token.raw.trim());
    } else if (token.kind === 'item') {
      base = Math.min(base, token.indent);
      items.push({
        lines: [token.content],
        counted: token.numbered ? token.raw.trim() : null,
        heads: false,
      });
    } else if (last !== undefined && (!afterBlank || token.indent > 1)) {
      last.lines.push(token.raw);
    } else items.push({ lines: [token.raw], counted: token.raw, heads: false });
    afterBlank = false;
  }
  return items.flatMap(splitItem).filter(item => item.trim() !== '');
}

/** `counted`: the line in which the items may be numbered; `heads`: what follows belongs to it. */
type RawItem = {
  readonly lines: string[];
  readonly counted: string | null;
  readonly heads: boolean;
};

function splitItem({ lines, counted }: RawItem): string[] {
  const parts = lines.length === 1 && counted !== null ? splitEnumeration(counted) : null;
  return parts ?? [lines.join('\n')];
}

/** The items of all segments; a segment that says again what another said adds nothing. */
export function readList(segments: readonly Segment[]): string[] | undefined {
  let found: string[] | undefined;
  const seen = new Set<string>();
  for (const { tokens } of segments) {
    const items = readRawItems(tokens)
      ?.map(plainOf)
      .filter(item => item !== undefined);
    if (items === undefined || seen.has(JSON.stringify(items))) continue;
    seen.add(JSON.stringify(items));
    found = found ?? [];
    for (const item of items) found.push(item);
  }
  return found;
}
