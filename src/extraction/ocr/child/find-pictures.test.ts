import { expect, test } from 'vitest';
import type { PixelBox } from '../protocol.ts';
import { findPictures } from './find-pictures.ts';

const [width, height] = [800, 1000];
const picture: PixelBox = [100, 300, 400, 250];

function paint(boxes: readonly PixelBox[]): Uint8Array {
  const ink = new Uint8Array(width * height);
  for (const [x, y, w, h] of boxes)
    for (let row = y; row < y + h; row++) ink.fill(1, row * width + x, row * width + x + w);
  return ink;
}

function topOf(text: string): number {
  const line: PixelBox = [100, 278, 320, 18];
  const long = [60, 90, 120].map((y): PixelBox => [60, y, 680, 18]);
  const read = [
    { text, box: line },
    ...long.map(box => ({ text: 'and so the text goes on', box })),
  ];
  const [found] = findPictures({ ink: paint([picture, line, ...long]), width, height }, read);
  return found![1];
}

test('a sentence just above a picture is none of it, a word is', () => {
  expect(topOf('如图1所示，第四节段的狭窄最重，术后见图2。')).toBeGreaterThan(280);
  expect(topOf('Before the operation')).toBeLessThan(280);
});
