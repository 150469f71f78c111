import {
  areAdjacent,
  compareLevels,
  type LevelMention,
  type LevelSide,
  levelsBetween,
} from '../../../spine/levels/index.ts';
import { discs, type Site, vertebrae } from '../levels/sites.ts';
import type { Tuple } from './tuple.ts';
import { type NamedFinding, withBroader } from './vocabulary.ts';

export type PlacedLevel = Pick<LevelMention, 'kind' | 'levels' | 'side'>;

/** What lies between vertebrae, so that a range of levels means its discs. */
const ofSpaces: readonly string[] = [
  'disc-degeneration',
  'disc-displacement',
  'spinal-stenosis',
  'spondylolisthesis',
  'annular-fissure',
  'vacuum',
  'instability',
  'facet-arthropathy',
  'flavum-thickening',
  'root-compression',
  'thecal-sac-compression',
  'cord-compression',
];

/** What belongs to the curve of the spine: where it is said to lie is its extent, which few say alike. */
const ofCurves: readonly string[] = [
  'scoliosis',
  'lordosis-loss',
  'cervical-curve-change',
  'sagittal-imbalance',
  'osteoporosis',
];

/** A finding at each of its levels, once for each side. */
export function placeFinding(
  finding: NamedFinding,
  levels: readonly PlacedLevel[],
  sideOf: (level: PlacedLevel | null) => LevelSide | null,
): Tuple[] {
  const isPlaceless = levels.length === 0 || isKindOf(finding, ofCurves);
  const placed = isPlaceless ? [null] : asSpace(finding, levels);
  return placed.flatMap(level => {
    const sites = level === null ? [null] : sitesOf(finding, level);
    return sites.flatMap(site =>
      sidesOf(finding, sideOf(level)).map(side => ({ finding, site, side })),
    );
  });
}

/** "T11 and T12 with a narrowed disc space": of what lies between, two neighbours are one place. */
function asSpace(finding: NamedFinding, levels: readonly PlacedLevel[]): readonly PlacedLevel[] {
  const [upper, lower, ...others] = levels.map(({ kind, levels: [only] }) =>
    kind === 'vertebra' && only !== 'C8' ? only : undefined,
  );
  if (upper === undefined || lower === undefined || others.length > 0) return levels;
  if (!liesBetween(finding) || !areAdjacent(upper, lower)) return levels;
  const inOrder = [upper, lower].sort(compareLevels);
  return [{ kind: 'disc', levels: inOrder, side: levels[0]!.side }];
}

function sitesOf(finding: NamedFinding, { kind, levels }: PlacedLevel): Site[] {
  if (kind === 'disc') return discs({ levels });
  const [only] = levels;
  // A vertebra slips on the one below: "listhesis of L4" and "L4 on L5" are one finding.
  if (
    levels.length === 1 &&
    only !== 'C8' &&
    kind === 'vertebra' &&
    isKindOf(finding, ['spondylolisthesis'])
  ) {
    const below = levelsBetween('C1', 'Co').find(level => compareLevels(level, only!) > 0);
    if (below !== undefined) return discs({ levels: [only!, below] });
  }
  const isBetween = levels.length > 1 && kind !== 'root' && liesBetween(finding);
  return isBetween ? discs({ levels }) : vertebrae({ levels });
}

function liesBetween(finding: NamedFinding): boolean {
  return finding !== 'intravertebral-herniation' && isKindOf(finding, ofSpaces);
}

function isKindOf(finding: NamedFinding, kinds: readonly string[]): boolean {
  return withBroader(finding).some(id => kinds.includes(id));
}

/**
 * Both sides are each of them, so that naming one of two is half right. `central` tells something of a
 * displaced disc only: in "central canal stenosis" it is part of the name.
 */
function sidesOf(finding: NamedFinding, side: LevelSide | null): (LevelSide | null)[] {
  if (side === 'bilateral') return ['left', 'right'];
  if (side === 'central' && !isKindOf(finding, ['disc-displacement'])) return [null];
  return [side];
}
