import type { Cell } from '../reading/tables.ts';

export type Address = { row: string; column: string };

/** A total against the cells that make it up. */
export type Sum = {
  at: Address;
  parts: Address[];
  printed: number;
  recomputed: number;
  /** Cells without a figure (a dash), counted as none. */
  missing: Address[];
};

/** A cell and the value that mends every sum through it. */
export type Misprint = Address & { printed: number; implied: number };

/** Beyond this a grid is wrong as a whole, and no single cell is to blame. */
const MOST_FAILING = 40;

type Read = (address: Address) => Cell;

export function takeSum(at: Address, parts: Address[], printed: number, read: Read): Sum {
  return {
    at,
    parts,
    printed,
    recomputed: parts.reduce((sum, part) => sum + (read(part)?.value ?? 0), 0),
    missing: parts.filter(part => read(part) === null),
  };
}

export const sumHolds = (sum: Sum): boolean => Math.abs(sum.printed - sum.recomputed) < 1e-6;

const keyOf = ({ row, column }: Address) => JSON.stringify([row, column]);

/** A cell lies in one sum across and in one down. If both fail and ask for the same other value
 *  of the one cell they share, and no other pair of failing sums does so, that cell is wrong and
 *  the totals are not. */
export function findMisprints(sums: Sum[], read: Read): Misprint[] {
  const failing = sums.filter(sum => !sumHolds(sum));
  if (failing.length > MOST_FAILING) return [];
  const demands = failing.map(demandsOf);
  const pairs = failing.flatMap((_, first) =>
    failing.slice(first + 1).flatMap((_, offset) => {
      const second = first + 1 + offset;
      const misprint = agree(demands[first]!, demands[second]!, read);
      return misprint ? [{ members: [first, second], misprint }] : [];
    }),
  );
  const once = (member: number) => pairs.filter(pair => pair.members.includes(member)).length === 1;
  return pairs.filter(pair => pair.members.every(once)).map(pair => pair.misprint);
}

type Demands = Map<string, { address: Address; change: number }>;

/** By how much each cell would have to change for the sum to hold. */
function demandsOf(sum: Sum): Demands {
  const gap = sum.printed - sum.recomputed;
  return new Map([
    ...sum.parts.map(address => [keyOf(address), { address, change: gap }] as const),
    [keyOf(sum.at), { address: sum.at, change: -gap }] as const,
  ]);
}

function agree(first: Demands, second: Demands, read: Read): Misprint | null {
  const shared = [...first].filter(([key, { change }]) => second.get(key)?.change === change);
  if (shared.length !== 1) return null;
  const { address, change } = shared[0]![1];
  const cell = read(address);
  if (!cell || cell.value + change < 0) return null;
  return { ...address, printed: cell.value, implied: cell.value + change };
}
