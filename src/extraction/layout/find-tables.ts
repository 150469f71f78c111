import type { Box } from '../../contracts/document/index.ts';
import { bottom, holdsMiddle } from './box.ts';
import { findRuledTables } from './find-ruled-tables.ts';
import type { FoundTable } from './found-table.ts';
import { mergeRules, type Rule } from './merge-rules.ts';
import type { RawPage } from './raw-page.ts';
import { type Grid, readGrid } from './read-grid.ts';
import type { Segment } from './segment.ts';

/** A page of more lines than this is a drawing. */
const mostRules = 3000;
const touch = 3;
/** Bullets and ticks in cells are smaller, or few. */
const leastShape = 6;
const fewShapes = 8;

/** Tables by their lines: a grid, or lines across only, as journals set them. */
export function findTables(page: RawPage, segments: readonly Segment[]): FoundTable[] {
  if (page.rules.length > mostRules) return [];
  const { across, down } = mergeRules(page.rules);
  const grids = gridsOf(
    across.filter(rule => rule.to - rule.from >= 20),
    down.filter(rule => rule.to - rule.from >= 6),
  );
  const tables = grids.flatMap(grid => readGrid(grid, segments) ?? []);
  const free = across.filter(
    rule =>
      !tables.some(
        ({ box }) =>
          rule.at >= box[1] - touch &&
          rule.at <= bottom(box) + touch &&
          rule.from < box[0] + box[2] &&
          rule.to > box[0],
      ),
  );
  const ruled = findRuledTables(free, segments, page.height);
  return [...tables, ...ruled.filter(({ box }) => !isChart(box, page))];
}

/** Lines across behind curves or bars are those of a chart. */
function isChart(box: Box, { shapes }: RawPage): boolean {
  const inside = shapes.filter(
    shape => holdsMiddle(box, shape) && Math.max(shape[2], shape[3]) >= leastShape,
  );
  return inside.length >= fewShapes || inside.some(shape => shape[2] > 0.3 * box[2]);
}

/** Sets of lines that touch each other. */
function gridsOf(across: Rule[], down: Rule[]): Grid[] {
  const grids: Grid[] = [];
  const left = new Set(down);
  const leftAcross = new Set(across);
  for (const start of across) {
    if (!leftAcross.delete(start)) continue;
    const grid: Grid = { across: [start], down: [] };
    for (let a = 0, d = 0; a < grid.across.length || d < grid.down.length; ) {
      const rule = grid.across[a];
      if (rule) {
        for (const other of left) if (meets(rule, other)) grid.down.push(other);
        a++;
      } else {
        const other = grid.down[d]!;
        for (const next of leftAcross) if (meets(next, other)) grid.across.push(next);
        d++;
      }
      for (const other of grid.down) left.delete(other);
      for (const other of grid.across) leftAcross.delete(other);
    }
    if (grid.across.length >= 2 && grid.down.length >= 1) grids.push(grid);
  }
  return grids;
}

function meets(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - touch &&
    down.at <= across.to + touch &&
    across.at >= down.from - touch &&
    across.at <= down.to + touch
  );
}
