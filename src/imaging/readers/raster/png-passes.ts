import type { PngHeader } from './png-chunks.ts';

export type PngPass = {
  columns: number;
  rows: number;
  left: number;
  top: number;
  stepX: number;
  stepY: number;
};

/** First column and row, and the steps between them, of Adam7's seven passes. */
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Those that have any pixels. */
export function pngPasses({ width, height, isInterlaced }: PngHeader): PngPass[] {
  const passes = isInterlaced ? adam7 : [[0, 0, 1, 1] as const];
  return passes
    .map(([left, top, stepX, stepY]) => ({
      columns: Math.ceil((width - left) / stepX),
      rows: Math.ceil((height - top) / stepY),
      ...{ left, top, stepX, stepY },
    }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0);
}
