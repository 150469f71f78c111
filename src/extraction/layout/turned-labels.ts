import type { Box } from '../../contracts/document/index.ts';
import { overlapX, overlapY } from './box.ts';
import type { RawPage } from './raw-page.ts';

/** Between the name of an axis and the axis stand the numbers. */
const nearAxis = 26;

/** Words at an angle beside a drawing: the names of its axes. */
export function turnedLabels(start: Box, page: Pick<RawPage, 'runs'>): Box[] {
  return page.runs
    .filter(({ turns }) => turns !== 0)
    .map(({ x, y, width, size, turns }): Box => {
      if (turns === 3) return [x - size, y - width, size, width];
      return turns === 1 ? [x, y, size, width] : [x, y - size, size, size];
    })
    .filter(box => overlapY(box, start) >= 0.8 * box[3] && -overlapX(box, start) < nearAxis);
}
