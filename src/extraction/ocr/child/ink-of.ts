import type { PixelBox } from '../protocol.ts';
import type { PagePixels } from './decode-page.ts';

const dark = 225;

/** One for every pixel that is not paper. */
export function inkOf({ data, width, height }: PagePixels): Uint8Array {
  const ink = new Uint8Array(width * height);
  for (let at = 0; at < ink.length; at++) {
    const light = Math.min(data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!);
    if (light < dark) ink[at] = 1;
  }
  return ink;
}

/** Takes boxes out of the ink. */
export function wipe(ink: Uint8Array, pageWidth: number, boxes: readonly PixelBox[]): void {
  const pageHeight = ink.length / pageWidth;
  for (const [x, y, width, height] of boxes) {
    const [left, right] = [Math.max(0, x - 2), Math.min(pageWidth, x + width + 2)];
    for (let row = Math.max(0, y - 2); row < Math.min(pageHeight, y + height + 2); row++)
      ink.fill(0, row * pageWidth + left, row * pageWidth + right);
  }
}
