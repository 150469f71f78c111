import type { ItemLevelScores } from '../../../contracts/benchmark/index.ts';
import { type LevelMention, type LevelSide, readLevels } from '../../../spine/levels/index.ts';
import { mean } from '../../../statistics/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import { resampleMean } from '../intervals/resample-mean.ts';
import { percentOf, shareInterval } from '../intervals/share-interval.ts';
import type { ScoredItem } from '../result.ts';
import type { ChoiceRow } from '../rows.ts';
import { alignSites } from './align-sites.ts';
import { setDistance, siteOverlap } from './compare-sites.ts';
import { countConfusion } from './confusion.ts';
import { countSides, judgeSides, noSides } from './sides.ts';
import { comparableSites } from './sites.ts';

/**
 * How near a wrong level was, for questions whose right options name levels. Unparseable answers name
 * none; answers that never came do not count. Null where no question names a level.
 */
export function itemLevelScores(
  rows: readonly ChoiceRow[],
  resampling: Resampling,
): ItemLevelScores | null {
  const confusion = countConfusion();
  const side = noSides();
  const overlaps: { item: ScoredItem; overlap: number }[] = [];
  const distinct = new Set<string>();
  let [exact, offByOne, none, invented] = [0, 0, 0, 0];
  for (const { item, said, outcome } of rows) {
    if (outcome === 'missing') continue;
    const wanted = mentionsOf(item, item.answer);
    const given = mentionsOf(item, said);
    const sites = comparableSites(wanted, given);
    for (const pair of alignSites(sites.expected, sites.said)) confusion.add(pair);
    if (wanted.length === 0) {
      if (given.length > 0) invented += 1;
      continue;
    }
    const overlap = siteOverlap(sites.expected, sites.said);
    const distance = setDistance(sites.expected, sites.said);
    overlaps.push({ item, overlap: 100 * overlap });
    distinct.add(item.id);
    if (overlap === 1) exact += 1;
    else if (distance === 1) offByOne += 1;
    if (given.length === 0) none += 1;
    countSides(side, judgeSides(sidesOf(wanted), sidesOf(given)));
  }
  const n = overlaps.length;
  if (n === 0 && invented === 0) return null;
  const shareOf = (count: number) => ({
    count,
    percent: percentOf(count, n),
    interval: shareInterval(count, n, distinct.size),
  });
  return {
    n,
    exact: shareOf(exact),
    offByOne: shareOf(offByOne),
    jaccard: {
      mean: mean(overlaps.map(({ overlap }) => overlap)),
      resampled: resampleMean(overlaps, ({ overlap }) => overlap, resampling),
    },
    none,
    invented,
    side,
    confusion: confusion.matrix(),
  };
}

function mentionsOf(item: ScoredItem, letters: readonly string[]): LevelMention[] {
  return letters.flatMap(letter =>
    Object.hasOwn(item.options, letter) ? readLevels(item.options[letter]!) : [],
  );
}

function sidesOf(mentions: readonly LevelMention[]): Set<LevelSide> {
  return new Set(mentions.flatMap(({ side }) => side ?? []));
}
