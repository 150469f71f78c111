import {
  normalQuantile,
  type PairedCounts,
  pairedGap,
  pairedItems,
} from '../../../statistics/index.ts';

export type PowerNeeded = {
  /** Items like these that would tell the gap seen with 80 % power at 5 %; null without a gap or spread. */
  readonly items: number | null;
  /** The smallest gap, in points, that the items there are would tell; null if none would. */
  readonly smallestGap: number | null;
  readonly n: number;
  readonly en: string;
  readonly zh: string;
};

const POWER = 0.8;
const ALPHA = 0.05;

type Seen = {
  readonly n: number;
  /** In points. */
  readonly gap: number;
  /** Of the gap, in points, over patients or documents; null where unknown. */
  readonly standardError: number | null;
  readonly clusters: number;
};

/** For right and wrong answers: Connor's number of pairs, times what clustering costs. */
export function powerOfAnswers(seen: Seen, counts: PairedCounts): PowerNeeded {
  const { n, gap, standardError, clusters } = seen;
  const discordance = n === 0 ? 0 : (counts.onlyFirst + counts.onlySecond) / n;
  const independent = Math.sqrt(Math.max(0, discordance - (gap / 100) ** 2) / n);
  const isClustered = clusters < n && standardError !== null && independent > 0;
  const effect = isClustered ? Math.max(1, (standardError / 100 / independent) ** 2) : 1;
  const needed = pairedItems({ gap: gap / 100, discordance }, { alpha: ALPHA, power: POWER });
  const told = pairedGap(
    { items: Math.floor(n / effect), discordance },
    { alpha: ALPHA, power: POWER },
  );
  return sayPower({
    n,
    gap,
    items: needed.defined ? Math.ceil(needed.items * effect) : null,
    smallestGap: told.defined ? 100 * told.gap : null,
  });
}

/** For scores: the standard error shrinks with the root of the number of items. */
export function powerOfScores({ n, gap, standardError }: Seen): PowerNeeded {
  const reach = normalQuantile(POWER) + normalQuantile(1 - ALPHA / 2);
  const smallestGap = standardError === null || standardError === 0 ? null : reach * standardError;
  const items =
    smallestGap === null || gap === 0 ? null : Math.ceil(n * (smallestGap / gap) ** 2 - 1e-9);
  return sayPower({ n, gap, items, smallestGap });
}

type Figures = Omit<PowerNeeded, 'en' | 'zh'> & { readonly gap: number };

function sayPower({ n, gap, items, smallestGap }: Figures): PowerNeeded {
  const points = (value: number) => value.toFixed(1);
  const whole = (value: number) => value.toLocaleString('en-US');
  const [en, zh] =
    items === null
      ? [
          gap === 0
            ? 'The two do not differ on these items.'
            : 'The items show no spread to plan from.',
          gap === 0 ? '两者在这些题目上没有差别。' : '这些题目没有显示可供规划的变异。',
        ]
      : [
          `To tell a gap of ${points(Math.abs(gap))} points takes about ${whole(items)} such items (80 % power, 5 % two-sided); there are ${whole(n)}.`,
          `要分辨 ${points(Math.abs(gap))} 分的差距约需 ${whole(items)} 个此类题目（检验效能 80 %，双侧 5 %）；现有 ${whole(n)} 个。`,
        ];
  if (smallestGap === null) return { n, items, smallestGap, en, zh };
  return {
    ...{ n, items, smallestGap },
    en: `${en} They would tell a gap of ${points(smallestGap)} points.`,
    zh: `${zh}现有题目可分辨 ${points(smallestGap)} 分的差距。`,
  };
}
