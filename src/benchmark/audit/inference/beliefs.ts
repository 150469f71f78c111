import { holds, judge } from '../figures/judge.ts';
import { type Printed, roundsTo } from '../figures/printed.ts';
import type { Cell } from '../reading/tables.ts';
import { itemWeighted } from './item-weighted.ts';
import type { Split } from './split-candidates.ts';
import { sizeOf, wholeCounts } from './whole-counts.ts';

type Row = { text: Cell; image: Cell; average: Cell };

const SHARE_OF_WRONG_CELLS = 0.05;

/** How likely a cell is when nothing is behind it: any printable percentage alike. */
const chanceOf = (cell: Printed) => Math.min(1, cell.unit / 100);

export function chanceBelief(cells: Printed[]): number {
  return cells.reduce((log, cell) => log + Math.log(chanceOf(cell)), 0);
}

/** Log-likelihood of a column for every number of items up to `most`; a cell is right with any
 *  whole number of answers alike, or wrong. `cutShare` is how often digits are cut off. */
export function columnBelief(cells: Printed[], most: number, cutShare: number): Float64Array {
  const belief = new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY);
  for (let items = 1; items <= most; items++) {
    let log = 0;
    for (const cell of cells) {
      const { rounded, cut } = wholeCounts(cell, items);
      const counts = (1 - cutShare) * sizeOf(rounded) + cutShare * sizeOf(cut);
      log += mixed(counts / (items + 1), cell);
    }
    belief[items] = log;
  }
  return belief;
}

/** Log-likelihood of the averages if they are weighted by items. */
export function averageBelief(rows: Row[], split: Split): number {
  return rows.reduce((log, { text, image, average }) => {
    if (!average) return log;
    const parts = [
      { printed: text, items: split.text },
      { printed: image, items: split.image },
    ].flatMap(({ printed, items }) => (printed ? [{ printed, items }] : []));
    const follows = parts.length === 2 && holds(judge(average, itemWeighted(parts, '')));
    return log + mixed(follows ? 1 : 0, average);
  }, 0);
}

/** Log-likelihood of the averages if they are plain means. */
export function plainMeanBelief(rows: Row[]): number {
  return rows.reduce((log, { text, image, average }) => {
    if (!average) return log;
    const mean = text && image && (text.value + image.value) / 2;
    const follows = mean !== null && roundsTo({ ...average, unit: 2 * average.unit }, mean);
    return log + mixed(follows ? 1 : 0, average);
  }, 0);
}

const mixed = (likelihood: number, cell: Printed) =>
  Math.log((1 - SHARE_OF_WRONG_CELLS) * likelihood + SHARE_OF_WRONG_CELLS * chanceOf(cell));

/** log(exp(a) + exp(b)) */
export function logSum(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top));
}
