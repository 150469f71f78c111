import type { Box } from '../../contracts/document/index.ts';
import type { FoundFigure } from './found-figure.ts';
import type { FoundTable } from './found-table.ts';
import type { Line } from './segment.ts';

/** Lines that belong together, before anybody has said as what. */
export type TextBlock = {
  kind: 'text';
  page: number;
  box: Box;
  lines: Line[];
  size: number;
  bold: boolean;
  /** Of a list item: what stood before its text. */
  marker: string | null;
  /** Where its text starts. */
  x: number;
  /** Of the column that it stands in. */
  column: { x: number; right: number };
  /** Whether the last line reaches the end of the column. */
  isFull: boolean;
  /** A line of a table of contents ends it. */
  isEntry: boolean;
  isFormula: boolean;
};

export type PageBlock =
  | TextBlock
  | { kind: 'figure'; page: number; box: Box; figure: FoundFigure }
  | {
      kind: 'table';
      page: number;
      box: Box;
      table: FoundTable;
      /** Where it goes on over several. */
      lastPage?: number;
    };
