import { matchNames, sharedWords } from '../reading/names.ts';

export type Counted = { name: string; count: number };

/** Which columns each category takes together. */
type Grouping = Map<string, Counted[]>;

/** Few enough for every grouping to be tried. */
const MOST_COLUMNS = 12;
const MOST_STEPS = 100_000;

/** Groups columns under coarser categories (literature and case reports under one name). If some
 *  grouping makes every count right, that one is meant. Else the names tell, and what is left
 *  on both sides belongs together if only one category is left. */
export function groupColumns(categories: Counted[], columns: Counted[]): Grouping {
  return exactGrouping(categories, columns) ?? groupByName(categories, columns);
}

function exactGrouping(categories: Counted[], columns: Counted[]): Grouping | null {
  if (columns.length > MOST_COLUMNS || categories.length > columns.length) return null;
  const room = categories.map(({ count }) => count);
  const chosen: number[] = [];
  let steps = 0;
  const place = (at: number): boolean => {
    const column = columns[at];
    steps += 1;
    if (steps > MOST_STEPS) return false;
    if (!column) return room.every(left => left === 0);
    const order = categories
      .map((category, index) => ({ index, shared: sharedWords(category.name, column.name) }))
      .sort((a, b) => b.shared - a.shared);
    return order.some(({ index }) => {
      if (room[index]! < column.count) return false;
      room[index]! -= column.count;
      chosen[at] = index;
      const done = place(at + 1);
      if (!done) room[index]! += column.count;
      return done;
    });
  };
  if (!place(0)) return null;
  return toGrouping(categories, columns, at => chosen[at]!);
}

function groupByName(categories: Counted[], columns: Counted[]): Grouping {
  const names = categories.map(({ name }) => name);
  const owners = columns.map(column => {
    const shared = names.map(name => sharedWords(name, column.name));
    const most = Math.max(0, ...shared);
    return most > 0 && shared.filter(words => words === most).length === 1
      ? shared.indexOf(most)
      : -1;
  });
  const empty = names.filter((_, index) => !owners.includes(index));
  const free = columns.filter((_, at) => owners[at] === -1).map(({ name }) => name);
  const pairs = matchNames(empty, free);
  return toGrouping(categories, columns, at => {
    if (owners[at] !== -1) return owners[at]!;
    const pair = [...pairs].find(([, column]) => column === columns[at]!.name);
    if (pair) return names.indexOf(pair[0]);
    return empty.length === 1 ? names.indexOf(empty[0]!) : -1;
  });
}

function toGrouping(
  categories: Counted[],
  columns: Counted[],
  ownerOf: (at: number) => number,
): Grouping {
  return new Map(
    categories.map(({ name }, index) => [name, columns.filter((_, at) => ownerOf(at) === index)]),
  );
}
