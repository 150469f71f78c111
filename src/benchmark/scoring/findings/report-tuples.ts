import { levelsOfName } from '../../../contracts/benchmark/index.ts';
import type { PartialReport } from '../../../contracts/report/index.ts';
import { type LevelMention, readLevels } from '../../../spine/levels/index.ts';
import { bindLevels } from './bind-levels.ts';
import { type PlacedLevel, placeFinding } from './place-finding.ts';
import { presentFindings } from './present-findings.ts';
import { sidesOfFindings } from './sides-of-findings.ts';
import { dropImplied, type Tuple } from './tuple.ts';
import { isAbnormal } from './vocabulary.ts';

type Finding = NonNullable<NonNullable<PartialReport['imaging']>[number]['findings']>[number];

export type ReportTuples = {
  readonly tuples: readonly Tuple[];
  /** Findings of the report in whose words no name was recognised. */
  readonly unrecognised: number;
};

/** What a report's imaging section says is there: which finding, where, on which side; each once. */
export function reportTuples(report: PartialReport): ReportTuples {
  const tuples: Tuple[] = [];
  let unrecognised = 0;
  for (const finding of (report.imaging ?? []).flatMap(study => study.findings ?? [])) {
    const read = findingTuples(finding);
    if (read === null) unrecognised += 1;
    else for (const tuple of read) tuples.push(tuple);
  }
  return { tuples: dropImplied(tuples), unrecognised };
}

function findingTuples(finding: Finding): Tuple[] | null {
  const text = finding.finding ?? '';
  const { present, isRecognised } = presentFindings(text);
  if (!isRecognised) return null;
  const abnormal = present.filter(found => isAbnormal(found.finding));
  const mentions = placesRatherThanRoots(readLevels(text));
  const stated = placesRatherThanRoots(eachOnce((finding.levels ?? []).flatMap(readStated)));
  const bound = bindLevels(text, abnormal, mentions);
  const sides = sidesOfFindings(text, abnormal);
  const isShared = abnormal.length > 1;
  return abnormal.flatMap((found, i) => {
    const levels = chooseLevels(bound[i]!, stated);
    // "Right L4/5 and left L5/S1 stenosis": each level has its own.
    const hasOwnSides = new Set(levels.map(({ side }) => side)).size > 1;
    return placeFinding(found.finding, levels, level => {
      const ofLevel = level?.side ?? null;
      if (finding.side !== null && finding.side !== undefined) return finding.side;
      if (hasOwnSides) return ofLevel;
      return sides[i] ?? (isShared ? null : ofLevel);
    });
  });
}

type StatedLevel = PlacedLevel & { readonly name: string };

function readStated(name: string): StatedLevel[] {
  const mentions = readLevels(name);
  if (mentions.length > 0) return mentions;
  const levels = levelsOfName(name.trim());
  return levels === null ? [] : [{ kind: 'vertebra', levels, name: name.trim(), side: null }];
}

function eachOnce(levels: readonly StatedLevel[]): StatedLevel[] {
  return [...new Map(levels.map(level => [`${level.name} ${level.side}`, level])).values()];
}

/** What presses on a root lies at a disc; the root is named as what suffers. */
function placesRatherThanRoots<Level extends { readonly kind: LevelMention['kind'] }>(
  levels: readonly Level[],
): Level[] {
  const places = levels.filter(({ kind }) => kind !== 'root');
  return places.length > 0 ? places : [...levels];
}

/** Levels stated apart hold; the words tell which of them a finding is said of. */
function chooseLevels(
  bound: readonly StatedLevel[],
  stated: readonly StatedLevel[],
): readonly StatedLevel[] {
  if (stated.length === 0) return bound;
  const names = new Set(stated.map(({ name }) => name));
  const confirmed = bound.filter(({ name }) => names.has(name));
  return confirmed.length > 0 ? confirmed : stated;
}
