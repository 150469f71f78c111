import type { Segment } from './segment.ts';

/** A style that most of a document has sets nothing off. */
export function quietStyles(pages: readonly (readonly Segment[])[]): void {
  let [letters, bold, italic] = [0, 0, 0];
  for (const segment of pages.flat()) {
    letters += segment.text.length;
    if (segment.style.bold) bold += segment.text.length;
    if (segment.style.italic) italic += segment.text.length;
  }
  const isBold = bold > 0.5 * letters;
  const isItalic = italic > 0.5 * letters;
  if (!isBold && !isItalic) return;
  for (const segment of pages.flat()) {
    const { style } = segment;
    segment.style = { bold: style.bold && !isBold, italic: style.italic && !isItalic };
  }
}
