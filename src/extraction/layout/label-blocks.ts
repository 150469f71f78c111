import { captionStart } from './caption-grammar.ts';
import type { PageBlock, TextBlock } from './text-block.ts';
import { endsSentence } from './to-blocks.ts';

export type Role = 'heading' | 'paragraph' | 'list-item' | 'caption' | 'footnote' | 'formula';
export type LabelledText = { block: TextBlock; role: Role; level: number | null };
export type Labelled = LabelledText | { block: Exclude<PageBlock, TextBlock>; role: 'picture' };

const numbered =
  /^(?:(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+\p{Lu})|(?:第[一二三四五六七八九十百\d]+[章节篇部])|(?:[一二三四五六七八九十]+、)|(?:[（(][一二三四五六七八九十]+[)）])|(?:\d{1,2}(?:\.\d{1,2}){0,4}[.、\s]\s*\p{Script=Han}))/u;
const wellKnown =
  /^(abstract|introduction|background|(materials? and |patients and )?methods?|results?|discussion|conclusions?|references|acknowledge?ments?|summary|case (report|presentation)|摘\s*要|引\s*言|前\s*言|结\s*论|结\s*果|讨\s*论|参考文献|方\s*法)\s*[:：]?$/i;

/** The size that most letters of the document have. */
export function bodySize(blocks: readonly PageBlock[]): number {
  const letters = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind !== 'text') continue;
    for (const { size, text } of block.lines) {
      const rounded = Math.round(size * 4) / 4;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [10, 0])[0];
}

export function labelBlocks(
  pages: readonly { height: number; blocks: readonly PageBlock[] }[],
): Labelled[] {
  const body = bodySize(pages.flatMap(({ blocks }) => blocks));
  const labelled = pages.flatMap(({ height, blocks }) =>
    blocks.map((block, at): Labelled => {
      if (block.kind !== 'text') return { block, role: 'picture' };
      return { block, role: roleOf(block, blocks[at + 1], body, height), level: null };
    }),
  );
  return levelHeadings(labelled);
}

function roleOf(
  block: TextBlock,
  next: PageBlock | undefined,
  body: number,
  pageHeight: number,
): Role {
  const text = block.lines.map(line => line.text).join(' ');
  if (block.isEntry) return 'paragraph';
  if (block.isFormula) return 'formula';
  if (captionStart(text) && looksLikeCaption(block, text, body)) return 'caption';
  if (isHeading(block, text, body)) return 'heading';
  if (isFootnote(block, text, next, body, pageHeight)) return 'footnote';
  return block.marker === null ? 'paragraph' : 'list-item';
}

function looksLikeCaption(block: TextBlock, text: string, body: number): boolean {
  return block.size < 0.97 * body || text.length < 1500;
}

function isHeading(block: TextBlock, text: string, body: number): boolean {
  const { size, bold, lines } = block;
  if (lines.length > 4 || text.length > 220 || !/\p{L}{2}|\p{Script=Han}/u.test(text)) return false;
  if (/[.。;；,，:：]$/.test(text) && !(size > 1.3 * body)) return false;
  if (size >= 1.1 * body) return true;
  if (size < 0.93 * body || lines.length > 2) return false;
  if (wellKnown.test(text)) return true;
  if (!bold || text.length > 120) return false;
  return block.marker === null || numbered.test(text);
}

function isFootnote(
  block: TextBlock,
  text: string,
  next: PageBlock | undefined,
  body: number,
  pageHeight: number,
): boolean {
  if (block.size > 0.93 * body) return false;
  if (/^<sup>[^<]{1,4}<\/sup>/.test(text)) return true;
  if (block.box[1] < 0.55 * pageHeight) return false;
  const isLast = !next || next.box[1] < block.box[1] || next.kind === 'text';
  return isLast && /^(?:<sup>|[*†‡§¶]|\\\*|\d{1,2}[.)]?\s|[①-⑳])/.test(text);
}

/** Styles from the largest down; within one style the depth of its numbers. */
function levelHeadings(labelled: Labelled[]): Labelled[] {
  const headings = labelled.filter(isHeadingBlock);
  const styles: { size: number; bold: boolean }[] = [];
  for (const { block } of headings)
    if (!styles.some(style => isStyle(style, block)))
      styles.push({ size: block.size, bold: block.bold });
  styles.sort((a, b) => b.size - a.size || Number(b.bold) - Number(a.bold));
  const isFlat = styles.length === 1 && headings.some(({ block }) => depthOf(block) > 1);
  for (const heading of headings) {
    const style = styles.findIndex(candidate => isStyle(candidate, heading.block));
    heading.level = Math.min(6, isFlat ? depthOf(heading.block) : style + 1);
  }
  return labelled;
}

function isHeadingBlock(labelled: Labelled): labelled is LabelledText {
  return labelled.role === 'heading';
}

function isStyle(style: { size: number; bold: boolean }, block: TextBlock): boolean {
  return Math.abs(style.size - block.size) <= 0.05 * style.size && style.bold === block.bold;
}

function depthOf({ lines }: TextBlock): number {
  const [number = ''] = /^\d+(\.\d+)*/.exec(lines[0]!.text) ?? [];
  return Math.max(1, number.split('.').length);
}

export function endsOpen(block: TextBlock): boolean {
  const text = block.lines.at(-1)!.text;
  if (block.isEntry) return false;
  return /[\p{L}\p{N}][-‐\u00AD]$/u.test(text) || (block.isFull && !endsSentence(text));
}
