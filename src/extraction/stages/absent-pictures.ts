import type { DocumentFigure } from '../../contracts/document/index.ts';

/** Under which names document.md shows the figures that have no file. */
export function absentPictures(figures: readonly DocumentFigure[]): string[] {
  return figures.flatMap(({ id, file }) => (file === null ? [`figures/${id}`] : []));
}
