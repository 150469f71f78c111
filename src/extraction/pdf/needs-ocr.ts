import type { RawPage } from '../layout/raw-page.ts';

/** Letters that a page of text has at least; a page number and a running head have fewer. */
const fewLetters = 60;

/** Whether the words of a page are in its picture: hardly any text over a picture of the page, text
 *  drawn as shapes, or a text layer that says nothing in any language. */
export function needsOcr(page: RawPage): boolean {
  let [letters, strange] = [0, 0];
  for (const { text } of page.runs) {
    letters += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    // Private use, replacement and control characters: a font without a map to letters.
    strange += text.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  }
  if (strange > 20 && strange > 0.25 * (letters + strange)) return true;
  if (letters >= fewLetters) return false;
  const area = page.width * page.height;
  const covered = page.images.reduce((sum, { box }) => sum + box[2] * box[3], 0);
  if (covered > 0.6 * area) return true;
  return letters === 0 && (covered > 0.1 * area || page.shapes.length > 50);
}

export function isBlank({ runs, images, shapes, panels, rules }: RawPage): boolean {
  return (
    runs.every(({ text }) => text.trim() === '') &&
    images.length + shapes.length + panels.length + rules.length === 0
  );
}
