import type { Box } from '../../contracts/document/index.ts';

/** Rows of cells as inline Markdown; the first is the head. */
export type FoundTable = { box: Box; rows: string[][]; note: string | null };
