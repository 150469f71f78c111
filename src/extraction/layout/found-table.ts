import type { Box } from '../../contracts/document/index.ts';

export type FoundTable = {
  box: Box;
  /** Cells as inline Markdown; the first row is the head. */
  rows: string[][];
  /** Where its columns begin, and where the last one ends. */
  columns: number[];
  note: string | null;
};
