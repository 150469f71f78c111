import { endsOpen, type Labelled, type LabelledText } from './label-blocks.ts';

/** A paragraph that goes on in the next column, on the next page or behind a figure becomes one;
 *  what stood between follows it. */
export function joinBlocks(labelled: readonly Labelled[]): Labelled[] {
  const joined: Labelled[] = [];
  let flow: LabelledText | undefined;
  let caption: LabelledText | undefined;
  let isParted = false;
  for (const item of labelled) {
    if (item.role === 'picture' || item.role === 'caption' || item.role === 'footnote') {
      isParted = true;
      if (item.role === 'caption') caption = { ...item };
      joined.push(item.role === 'caption' ? caption! : item);
      continue;
    }
    const last = joined.at(-1);
    if (caption && last === caption && goesOn(caption, item, false)) {
      lengthen(caption, item);
      continue;
    }
    if (flow && goesOn(flow, item, isParted)) {
      lengthen(flow, item);
      continue;
    }
    isParted = false;
    flow = { ...item };
    joined.push(flow);
  }
  return joined;
}

function lengthen(flow: LabelledText, item: LabelledText): void {
  flow.block = {
    ...flow.block,
    lines: [...flow.block.lines, ...item.block.lines],
    isFull: item.block.isFull,
    column: item.block.column,
  };
}

function goesOn(flow: LabelledText, item: LabelledText, isParted: boolean): boolean {
  if (flow.role === 'heading' || item.role !== 'paragraph') return false;
  const [a, b] = [flow.block, item.block];
  const last = a.lines.at(-1)!;
  const first = b.lines[0]!;
  const isElsewhere = isParted || b.page !== a.page || first.baseline <= last.baseline;
  if (!isElsewhere || Math.abs(last.size - first.size) > 0.06 * last.size) return false;
  return endsOpen(a) || (/^\p{Ll}/u.test(first.text) && !/[.!?。！？]$/.test(last.text));
}
