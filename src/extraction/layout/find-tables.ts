import type { Box } from '../../contracts/document/index.ts';
import { bottom, boxAround, holdsMiddle, middleX, middleY, right } from './box.ts';
import type { FoundTable } from './found-table.ts';
import { joinLines, noWords } from './join-lines.ts';
import { mergeRules, type Rule } from './merge-rules.ts';
import type { RawPage } from './raw-page.ts';
import { readOpenTable } from './read-open-table.ts';
import type { Segment } from './segment.ts';
import { toLine } from './to-line.ts';

/** A page of more lines than this is a drawing. */
const mostRules = 3000;
const touch = 3;

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
      rule.to - rule.from >= 100 &&
      !tables.some(({ box }) => rule.at >= box[1] - touch && rule.at <= bottom(box) + touch),
  );
  return [...tables, ...openTables(free, page, segments)];
}

type Grid = { across: Rule[]; down: Rule[] };

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

function readGrid({ across, down }: Grid, segments: readonly Segment[]): FoundTable | undefined {
  const ys = placesOf(across);
  // Journals leave the outer lines out; then the ends of the lines across are the sides.
  const x0 = Math.min(...across.map(({ from }) => from));
  const x1 = Math.max(...across.map(({ to }) => to));
  const xs = placesOf([...down, { at: x0, from: 0, to: 0 }, { at: x1, from: 0, to: 0 }]);
  if (xs.length < 3 || ys.length < 3 || xs.length > 60) return undefined;
  const box: Box = [x0, ys[0]!, x1 - x0, ys.at(-1)! - ys[0]!];
  const cells = ys.slice(1).map(() => xs.slice(1).map((): Segment[] => []));
  let spans = false;
  for (const segment of segments) {
    if (!holdsMiddle(box, segment.box)) continue;
    const row = slotOf(ys, middleY(segment.box));
    const column = slotOf(xs, middleX(segment.box));
    cells[row]![slotOf(xs, segment.box[0] + 1)]!.push(segment);
    if (column !== slotOf(xs, right(segment.box) - 1)) spans = true;
  }
  const rows = cells.map(row => row.map(cellText));
  const filled = rows.flat().filter(text => text !== '').length;
  if (filled < 0.4 * rows.flat().length || filled < 3) return undefined;
  const note = spans ? 'a cell seems to span several columns; it stands in the first' : null;
  return { box, rows: rows.filter(row => row.some(text => text !== '')), note };
}

function placesOf(rules: readonly Rule[]): number[] {
  const places: number[] = [];
  for (const at of rules.map(rule => rule.at).sort((a, b) => a - b))
    if (places.length === 0 || at - places.at(-1)! > touch) places.push(at);
  return places;
}

function slotOf(places: readonly number[], value: number): number {
  let slot = 0;
  while (slot < places.length - 2 && value >= places[slot + 1]!) slot++;
  return slot;
}

function cellText(segments: readonly Segment[]): string {
  const lines: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1);
    if (last && segment.baseline - last[0]!.baseline < 0.5 * segment.size) last.push(segment);
    else lines.push([segment]);
  }
  return joinLines(
    lines.map(line => toLine(line).text),
    noWords,
  );
}

/** Lines across of one width, one below the other, with columns of text between them. */
function openTables(
  rules: readonly Rule[],
  page: RawPage,
  segments: readonly Segment[],
): FoundTable[] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const group = groups.find(
      ([first]) =>
        first && Math.abs(first.from - rule.from) < 4 && Math.abs(first.to - rule.to) < 4,
    );
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups.flatMap(group => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const height = last.at - first.at;
    if (group.length < 2 || height < 20 || height > 0.85 * page.height) return [];
    const box: Box = [first.from, first.at, first.to - first.from, height];
    const inside = segments.filter(segment => holdsMiddle(box, segment.box));
    const rows = readOpenTable(
      inside,
      group.map(({ at }) => at),
    );
    if (!rows) return [];
    const around = boxAround([box, ...inside.map(segment => segment.box)]);
    return [{ box: around, rows, note: 'columns were found by the space between them' }];
  });
}
