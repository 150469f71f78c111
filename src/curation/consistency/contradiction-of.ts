import {
  compareLevels,
  type LevelMention,
  mentionedModalities,
  readLevels,
  regionOf,
} from '../../spine/index.ts';
import type { Consistency } from './consistency.ts';

type Reason = NonNullable<Consistency['reason']>;

/** In what a text contradicts a caption: both say something of it, and nothing of what they say is the
 *  same. */
export function contradictionOf(caption: string, text: string): Reason | null {
  if (differ(mentionedModalities(caption), mentionedModalities(text))) return 'other-modality';
  const [ours, theirs] = [readLevels(caption), readLevels(text)];
  const levels = contradictionInLevels(ours, theirs);
  if (levels !== null) return levels;
  const sides = (mentions: readonly LevelMention[]) =>
    mentions.flatMap(({ side }) => (side === 'left' || side === 'right' ? [side] : []));
  return differ(sides(ours), sides(theirs)) ? 'other-side' : null;
}

function contradictionInLevels(
  ours: readonly LevelMention[],
  theirs: readonly LevelMention[],
): Reason | null {
  const levelsOf = (mentions: readonly LevelMention[]) => mentions.flatMap(({ levels }) => levels);
  const [own, other] = [levelsOf(ours), levelsOf(theirs)];
  if (!differ(own, other)) return null;
  const [from, to] = extentOf(own);
  const [otherFrom, otherTo] = extentOf(other);
  // Screws in T12 and L2 go round a fracture of L1.
  if (from <= otherTo && otherFrom <= to) return null;
  // A root leaves beside its disc, and a disc lies beside its vertebra.
  const kinds = new Set(ours.map(({ kind }) => kind));
  const isSameKind = theirs.some(({ kind }) => kinds.has(kind));
  if (!isSameKind && Math.max(from - otherTo, otherFrom - to) <= 1) return null;
  return differ(own.map(regionOf), other.map(regionOf)) ? 'other-region' : 'other-level';
}

function extentOf(levels: readonly LevelMention['levels'][number][]): [number, number] {
  const places = levels.map(level => compareLevels(level, 'C1'));
  return [Math.min(...places), Math.max(...places)];
}

function differ<Value>(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length > 0 && b.length > 0 && new Set(a).isDisjointFrom(new Set(b));
}
