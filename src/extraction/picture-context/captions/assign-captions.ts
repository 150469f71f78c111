import type { Label } from '../labels/label.ts';
import type { Unit } from '../markdown/unit.ts';
import type { Candidate } from './candidate.ts';
import { leanOfLayout } from './lean-of-layout.ts';
import { matchCaptions, type Windows } from './match-captions.ts';
import { type Distance, weighUnits } from './weigh-units.ts';

const farthest = 5;
/** One paragraph may have slipped between a picture and its caption; more are taken only for captions
 *  that stand in a row, as converters leave those of several pictures. */
const farthestAlone = 2.7;
const mostBeside = 40;
const leavePicture = 3;
const leaveSymbol = 0.4;

export type Assignment = {
  /** For each picture the candidate that it has, or -1. */
  owners: Int32Array;
  /** Pictures beside a caption that they would share, were no figure's number missing before it. */
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
  const gaps = missingBefore(candidates);
  const missing = new Set<number>();
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
      const reach =
        candidate.form === 'verb' || candidate.isTable || !candidate.label ? 0.3 : farthest;
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
      if (gaps[index]! > 0 && !isBesides) {
        missing.add(picture - 1).add(picture);
        return Number.POSITIVE_INFINITY;
      }
      return 0.3 + apart + hintCost(hints[picture]!, candidate);
    },
  });
  return { owners, missing };
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

function standInRows(candidates: readonly Candidate[], distance: Distance): boolean[] {
  const follows = candidates.map((candidate, index) => {
    const before = candidates[index - 1];
    return before !== undefined && distance(before.unitEnd - 1, candidate.unit) < 0.1;
  });
  return follows.map((isNext, index) => isNext || follows[index + 1] === true);
}

/** Captions with no picture between them and the caption before: those of a row of pictures. */
function standWithoutPictures(
  candidates: readonly Candidate[],
  pictures: readonly number[],
): boolean[] {
  let at = 0;
  return candidates.map((candidate, index) => {
    const before = candidates[index - 1];
    while (at < pictures.length && pictures[at]! < candidate.unit) at++;
    const last = pictures[at - 1] ?? -1;
    return before !== undefined && !candidate.isTable && last < before.unit;
  });
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

/** For each candidate, how many figures' numbers are missing between the one before it and it. */
function missingBefore(candidates: readonly Candidate[]): number[] {
  const told = new Set(candidates.flatMap(({ label }) => (label ? [label.key] : [])));
  let [series, number] = ['', 0];
  return candidates.map(({ label, form }) => {
    if (!label || form === 'verb') return 0;
    const found = /^(.*?)(\d+)$/.exec(label.key);
    if (!found) return 0;
    const [, own, digits] = found as unknown as [string, string, string];
    let gap = 0;
    for (let at = number + 1; own === series && at < Number(digits) && gap < 4; at++)
      if (!told.has(`${own}${at}`)) gap++;
    [series, number] = [own, Number(digits)];
    return gap > 0 && gap < 4 ? gap : 0;
  });
}
