import type { Label } from '../labels/label.ts';
import type { Unit } from '../markdown/unit.ts';
import type { Candidate } from './candidate.ts';
import { type Lean, leanOfLayout } from './lean-of-layout.ts';
import { matchCaptions, type Windows } from './match-captions.ts';
import { missingBeside } from './missing-beside.ts';
import { standInRows, standWithoutPictures } from './stand-in-rows.ts';
import { weighUnits } from './weigh-units.ts';

const farthest = 5;
/** One paragraph may have slipped between a picture and its caption; more are taken only for captions
 *  that stand in a row, as converters leave those of several pictures. */
const farthestAlone = 2.7;
const mostBeside = 40;
/** A page break may part a sentence about a figure from its picture, another caption may not. */
const reachOfSentence = 0.12;
const leavePicture = 3;
const leaveSymbol = 0.4;

export type Assignment = {
  /** For each picture the candidate that it has, or -1. */
  owners: Int32Array;
  /** Pictures beside a caption that they would share, were no figure's number missing there. */
  missing: Set<number>;
};

/** Gives pictures their captions, all at once. `hints` are labels that pictures carry themselves. */
export function assignCaptions(
  text: string,
  units: readonly Unit[],
  pictures: readonly number[],
  hints: ReadonlyArray<Label | null>,
  candidates: readonly Candidate[],
): Assignment {
  const distance = weighUnits(text, units, candidates);
  const lean = leanOfLayout(pictures, candidates, units, distance);
  const gaps = missingBeside(candidates);
  const missing = new Set<number>();
  const belowTables = new Set(candidates.flatMap(one => placeOfTable(one, units, lean)));
  const isInRow = standInRows(candidates, distance);
  const isNext = standWithoutPictures(candidates, pictures);
  const isBesidePicture = (picture: number) =>
    [pictures[picture - 1], pictures[picture + 1]].some(
      other => other !== undefined && distance(other, pictures[picture]!) < 0.5,
    );
  const windows = findWindows(pictures, candidates, distance);
  const owners = matchCaptions(pictures.length, candidates, windows, {
    leavePicture: picture =>
      units[pictures[picture]!]!.picture!.isInSentence ? leaveSymbol : leavePicture,
    match(picture, index) {
      const candidate = candidates[index]!;
      if (candidate.isListed) return Number.POSITIVE_INFINITY;
      const unit = pictures[picture]!;
      const isBehind = candidate.unit > unit;
      const apart = isBehind
        ? distance(unit, candidate.unit)
        : distance(candidate.unitEnd - 1, unit);
      const isLoose = candidate.isTable || !candidate.label;
      const reach = candidate.form === 'verb' ? reachOfSentence : isLoose ? 0.3 : farthest;
      const isInOrder = isInRow[index] || (isBehind && isBesidePicture(picture) && isNext[index]);
      if (apart > farthestAlone && !isHinted(hints[picture]!, candidate) && !isInOrder)
        return Number.POSITIVE_INFINITY;
      if (apart > reach || (candidate.form === 'verb' && !isBehind && lean.behind < lean.ahead))
        return Number.POSITIVE_INFINITY;
      const side = isBehind ? lean.behind : lean.ahead;
      return strain(apart) + side + candidate.takeCost + hintCost(hints[picture]!, candidate);
    },
    share(picture, index) {
      const [before, unit] = [pictures[picture - 1]!, pictures[picture]!];
      const candidate = candidates[index]!;
      const isBetween = candidate.unit > before && candidate.unit < unit;
      const apart = distance(before, unit);
      if (
        isBetween ||
        apart > 0.6 ||
        candidate.isTable ||
        holdsCaption(candidates, index, before, unit)
      )
        return Number.POSITIVE_INFINITY;
      const isBesides = units[before]!.line === units[unit]!.line;
      // That picture is the table, not the first panel of a figure.
      if (belowTables.has(before) && !isBesides && !isHinted(hints[picture - 1]!, candidate))
        return Number.POSITIVE_INFINITY;
      const gap = (candidate.unit > unit ? gaps.before : gaps.after)[index]!;
      if (gap > 0 && !isBesides) {
        missing.add(picture - 1).add(picture);
        return Number.POSITIVE_INFINITY;
      }
      return 0.3 + apart + hintCost(hints[picture]!, candidate);
    },
  });
  return { owners, missing };
}

/** Right below a table's caption a picture is that table, unless the one above is: it has no caption
 *  where captions stand behind. */
function placeOfTable({ isTable, unit, unitEnd }: Candidate, units: readonly Unit[], lean: Lean) {
  const isBelowPicture = units[unit - 1]?.kind === 'picture' && lean.behind <= lean.ahead;
  return isTable && !isBelowPicture ? [unitEnd] : [];
}

function holdsCaption(
  candidates: readonly Candidate[],
  index: number,
  before: number,
  unit: number,
): boolean {
  for (const other of [candidates[index - 1], candidates[index + 1]])
    if (other && other.form !== 'verb' && other.unit > before && other.unit < unit) return true;
  return false;
}

/** Each step further costs less: captions behind a row of pictures are all far from theirs, and must
 *  not for that be taken for the last one's. */
function strain(apart: number): number {
  return apart <= 1 ? apart : 1 + 0.3 * (apart - 1);
}

function isHinted(hint: Label | null, candidate: Candidate): boolean {
  return hint !== null && hint.key === candidate.label?.key;
}

function hintCost(hint: Label | null, candidate: Candidate): number {
  if (!hint || !candidate.label) return 0;
  return isHinted(hint, candidate) ? -2 : 6;
}

function findWindows(
  pictures: readonly number[],
  candidates: readonly Candidate[],
  distance: (first: number, second: number) => number,
): Windows {
  const from = new Int32Array(pictures.length);
  const to = new Int32Array(pictures.length);
  let [first, middle, last] = [0, 0, 0];
  pictures.forEach((unit, index) => {
    while (middle < candidates.length && candidates[middle]!.unit < unit) middle++;
    while (
      first < middle &&
      (distance(candidates[first]!.unit, unit) > farthest || middle - first > mostBeside)
    )
      first++;
    last = Math.max(last, middle);
    while (
      last < candidates.length &&
      last - middle < mostBeside &&
      distance(unit, candidates[last]!.unit) <= farthest
    )
      last++;
    from[index] = first;
    to[index] = last;
  });
  return { from, to };
}
