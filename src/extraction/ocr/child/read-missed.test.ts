import { expect, test } from 'vitest';
import type { PixelBox } from '../protocol.ts';
import { readMissed } from './read-missed.ts';

const page = { width: 600, height: 200, data: Buffer.alloc(0) };
const shape = { confidence: 0.9, baseline: 0.8, ascent: 0.5, weight: 0.3 };
const line = { text: 'Revision', box: [40, 50, 120, 30] as PixelBox, ...shape };

function paint(boxes: readonly PixelBox[]): Uint8Array {
  const ink = new Uint8Array(page.width * page.height);
  for (const [x, y, w, h] of boxes)
    for (let row = y; row < y + h; row++)
      ink.fill(1, row * page.width + x, row * page.width + x + w);
  return ink;
}

async function missed(text: string, confidence = 0.9) {
  const ink = paint([
    [50, 58, 100, 14], // the line
    [300, 58, 8, 14], // two digits of one number
    [311, 58, 8, 14],
    [450, 120, 8, 14], // below every line
  ]);
  const read = await readMissed(page, { ink, lines: [line], least: 0.5 }, () =>
    Promise.resolve({ ...shape, text, confidence }),
  );
  return read.map(({ box: [x, , width] }) => [x <= 300, x + width >= 319]);
}

test('a number that stands alone in a line is read, and nothing is guessed', async () => {
  expect(await missed('13')).toEqual([[true, true]]);
  expect(await missed('I')).toEqual([]);
  expect(await missed('13', 0.3)).toEqual([]);
});
