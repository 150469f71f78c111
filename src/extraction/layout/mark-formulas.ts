import { bottom, right } from './box.ts';
import { captionStart } from './caption-grammar.ts';
import type { PageBlock, TextBlock } from './text-block.ts';

const sign = /[=≠≈≤≥±∑∏∫√∂∞∝∈→⇒]/;
const mostLines = 3;
const mostLetters = 160;

/** Formulas that stand by themselves: short, away from both sides of the column, and with a sign of
 *  mathematics. What stands close above and below (limits, numerators) is part of them. */
export function markFormulas(blocks: readonly PageBlock[]): PageBlock[] {
  const marked: PageBlock[] = [];
  let run: TextBlock[] = [];
  const close = () => {
    const isFormula = run.some(({ lines }) => lines.some(({ text }) => sign.test(text)));
    if (!isFormula) marked.push(...run);
    else marked.push({ ...run[0]!, ...joined(run) });
    run = [];
  };
  for (const block of blocks) {
    if (!isSetApart(block)) {
      close();
      marked.push(block);
      continue;
    }
    const last = run.at(-1);
    if (last && block.box[1] - bottom(last.box) > 0.8 * block.size) close();
    run.push(block);
  }
  close();
  return marked;
}

function joined(run: readonly TextBlock[]) {
  const boxes = run.map(({ box }) => box);
  const x = Math.min(...boxes.map(box => box[0]));
  const y = Math.min(...boxes.map(box => box[1]));
  const [end, foot] = [Math.max(...boxes.map(right)), Math.max(...boxes.map(bottom))];
  return {
    lines: run.flatMap(({ lines }) => lines),
    box: [x, y, end - x, foot - y] as TextBlock['box'],
    isFormula: true,
    isFull: false,
  };
}

function isSetApart(block: PageBlock): block is TextBlock {
  if (block.kind !== 'text' || block.bold || block.marker !== null || block.isEntry) return false;
  const { box, column, size, lines } = block;
  const text = lines.map(line => line.text).join(' ');
  if (lines.length > mostLines || text.length > mostLetters || captionStart(text)) return false;
  // The number of an equation stands at the right end.
  const isNumbered = /\((?:\d+(?:[.-]\d+)*|[A-Z]\.?\d+)\)$/.test(text);
  const room = column.right - right(box);
  return box[0] - column.x > 1.5 * size && (isNumbered || room > 1.5 * size) && !isWordy(text);
}

/** A short line of prose is mostly words; a formula has few, or one name. */
function isWordy(text: string): boolean {
  const plain = text.replace(/<\/?su[bp]>/g, '');
  const words = plain.match(/\p{L}{4,}/gu)?.join('').length ?? 0;
  const small = plain.match(/(?<![\p{L}(])\p{Ll}{2,}(?![\p{L}(])/gu)?.length ?? 0;
  const han = plain.match(/\p{Script=Han}/gu)?.length ?? 0;
  return small >= 4 || words + 2 * han > 0.5 * plain.length;
}
