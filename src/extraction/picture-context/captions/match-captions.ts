import type { Candidate } from './candidate.ts';

/** The costs of one assignment; Infinity forbids. */
export type Costs = {
  /** Leaving this picture without a caption. */
  leavePicture: (picture: number) => number;
  match: (picture: number, candidate: number) => number;
  /** Giving this picture the caption that the picture before it has. */
  share: (picture: number, candidate: number) => number;
};

/** The candidates that come into question for each picture, from and to (exclusive); both only grow. */
export type Windows = { from: Int32Array; to: Int32Array };

const leftCaption = 1;
const leftPicture = 2;
const matched = 3;
const shared = 4;

/** The assignment of captions to pictures that costs least as a whole, order kept on both sides: for
 *  each picture its candidate, or -1. Work and memory grow with pictures times their windows. */
export function matchCaptions(
  pictures: number,
  candidates: readonly Candidate[],
  windows: Windows,
  costs: Costs,
): Int32Array {
  const owners = new Int32Array(pictures).fill(-1);
  if (pictures === 0 || candidates.length === 0) return owners;
  const rows: Row[] = [firstRow(candidates, windows.to[0]!)];
  for (let picture = 0; picture < pictures; picture++)
    rows.push(nextRow(rows.at(-1)!, picture, candidates, windows, costs));
  trace(rows, candidates.length, owners);
  return owners;
}

/** After so many pictures: for each number of candidates used up, from `base` on, the least cost and how
 *  it came about; `held` where the last picture has the last candidate. */
type Row = {
  base: number;
  cost: Float64Array;
  held: Float64Array;
  came: Uint8Array;
  heldCame: Uint8Array;
};

function newRow(base: number, end: number): Row {
  const length = end - base + 1;
  return {
    base,
    cost: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
    held: new Float64Array(length).fill(Number.POSITIVE_INFINITY),
    came: new Uint8Array(length),
    heldCame: new Uint8Array(length),
  };
}

function firstRow(candidates: readonly Candidate[], end: number): Row {
  const row = newRow(0, end);
  row.cost[0] = 0;
  leaveCaptions(row, candidates);
  return row;
}

function nextRow(
  before: Row,
  picture: number,
  candidates: readonly Candidate[],
  { from, to }: Windows,
  costs: Costs,
): Row {
  const last = Math.min(picture + 1, from.length - 1);
  const row = newRow(from[picture]!, Math.max(to[picture]!, to[last]!));
  const left = costs.leavePicture(picture);
  for (let used = row.base; used <= to[picture]!; used++) {
    const at = used - row.base;
    const above = used - before.base;
    if (above < 0 || above >= before.cost.length) continue;
    const skipped = before.cost[above]! + left;
    if (skipped < row.cost[at]!) {
      row.cost[at] = skipped;
      row.came[at] = leftPicture;
    }
    if (used > row.base) {
      const taken = before.cost[above - 1]! + costs.match(picture, used - 1);
      if (taken < row.held[at]!) {
        row.held[at] = taken;
        row.heldCame[at] = matched;
      }
    }
    if (used > 0 && before.held[above]! < Number.POSITIVE_INFINITY) {
      const also = before.held[above]! + costs.share(picture, used - 1);
      if (also < row.held[at]!) {
        row.held[at] = also;
        row.heldCame[at] = shared;
      }
    }
    if (row.held[at]! <= row.cost[at]!) {
      row.cost[at] = row.held[at]!;
      row.came[at] = row.heldCame[at]!;
    }
  }
  leaveCaptions(row, candidates);
  // Only the way back is kept of a row that has been used.
  before.cost = before.held = none;
  return row;
}

const none = new Float64Array(0);

function leaveCaptions(row: Row, candidates: readonly Candidate[]): void {
  for (let at = 1; at < row.cost.length; at++) {
    const left = row.cost[at - 1]! + candidates[row.base + at - 1]!.leaveCost;
    if (left >= row.cost[at]!) continue;
    row.cost[at] = left;
    row.came[at] = leftCaption;
  }
}

function trace(rows: readonly Row[], candidates: number, owners: Int32Array): void {
  let picture = rows.length - 1;
  let used = Math.min(candidates, rows[picture]!.base + rows[picture]!.came.length - 1);
  let isHeld = false;
  while (picture > 0) {
    const row: Row = rows[picture]!;
    const came: number | undefined = isHeld
      ? row.heldCame[used - row.base]
      : row.came[used - row.base];
    if (came === leftCaption) {
      used--;
      continue;
    }
    picture--;
    isHeld = came === shared;
    if (came === matched || came === shared) owners[picture] = used - 1;
    if (came === matched) used--;
    if (came === 0) return;
  }
}
