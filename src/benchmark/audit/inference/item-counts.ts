import type { Printed } from '../figures/printed.ts';
import type { Cell } from '../reading/tables.ts';
import { averageBelief, chanceBelief, columnBelief, logSum, plainMeanBelief } from './beliefs.ts';
import { listSplits, type Split } from './split-candidates.ts';
import { explainingCounts } from './whole-counts.ts';

/** A model's two accuracies and their mean, as printed. */
export type AccuracyRow = { text: Cell; image: Cell; average: Cell };

export type ItemCounts = {
  /** The splits that stay credible, most likely first; together 99.9 % of the belief. */
  splits: (Split & { belief: number })[];
  /** Accuracies that are a whole number of right answers under the most likely split. */
  explained: number;
  accuracies: number;
};

/** Beliefs before seeing the figures. They only need to be roughly right: twenty sound cells
 *  outweigh them by a factor of 10^50. */
const DOUBT_WITHOUT_TOTAL = 0.01;
const DOUBT_IN_PRINTED_TOTALS = 1e-4;
const SHARE_OF_PLAIN_MEANS = 0.2;
const SHARE_OF_CUT_CELLS = 0.02;
const COVERED = 0.999;
const LEAST_BELIEF = 0.5;
const ENOUGH_ROWS = 60;
const MOST_ITEMS = 2000;
const LARGEST_TOTAL = 10_000;
/** A factor of 10^17 in belief. */
const OUT_OF_THE_RUNNING = 40;

/** How many items of each kind there were is seldom printed, but it shows in the percentages:
 *  86.73 can be 255 of 294 and cannot be any number of 293. Every split is weighed by how
 *  likely it makes all rows, a few wrong ones included; that also tells 294 from its multiples,
 *  which explain the same cells with less surprise. Files that round are
 *  tried first, then files that cut digits off. Null where the rows do not settle it. */
export function inferItemCounts(rows: AccuracyRow[], printedTotals: number[]): ItemCounts | null {
  return (
    weighSplits(rows, printedTotals, SHARE_OF_CUT_CELLS) ??
    weighSplits(rows, printedTotals, 1 - SHARE_OF_CUT_CELLS)
  );
}

function weighSplits(
  rows: AccuracyRow[],
  printedTotals: number[],
  cutShare: number,
): ItemCounts | null {
  const distinct = [...new Map(rows.map(row => [keyOf(row), row])).values()].slice(0, ENOUGH_ROWS);
  const texts = distinct.flatMap(row => row.text ?? []);
  const images = distinct.flatMap(row => row.image ?? []);
  if (texts.length === 0 || images.length === 0) return null;

  const totals = printedTotals.filter(total => total >= 2 && total <= LARGEST_TOTAL);
  const most = Math.max(MOST_ITEMS, ...totals);
  const ofText = columnBelief(texts, most, cutShare);
  const ofImage = columnBelief(images, most, cutShare);
  const plain = Math.log(SHARE_OF_PLAIN_MEANS) + plainMeanBelief(distinct);
  const weighed: (Split & { averages: number; log: number })[] = [];
  let top = Number.NEGATIVE_INFINITY;
  const bySuit = listSplits(ofText, ofImage, totals)
    .map(({ text, image, prior }) => ({
      text,
      image,
      log: prior + ofText[text]! + ofImage[image]!,
    }))
    .sort((a, b) => b.log - a.log);
  for (const { text, image, log } of bySuit) {
    // Averages can only lower it further.
    if (log < top - OUT_OF_THE_RUNNING) break;
    const weighted = averageBelief(distinct, { text, image });
    const averages = logSum(Math.log(1 - SHARE_OF_PLAIN_MEANS) + weighted, plain);
    weighed.push({ text, image, averages, log: log + averages });
    top = Math.max(top, log + averages);
  }
  // The rival: so many items that every percentage is possible, in whatever proportion suits the
  // averages best. Without it averages alone would settle on some small split of that proportion.
  const rival =
    Math.log(totals.length > 0 ? DOUBT_IN_PRINTED_TOTALS : DOUBT_WITHOUT_TOTAL) +
    chanceBelief([...texts, ...images]) +
    weighed.reduce((best, { averages }) => Math.max(best, averages), plain);
  const splits = credible(weighed, rival);
  const [best] = splits;
  if (!best || best.belief < LEAST_BELIEF) return null;
  const cells = rows.flatMap(({ text, image }) => [
    ...(text ? [explainingCounts(text, best.text)] : []),
    ...(image ? [explainingCounts(image, best.image)] : []),
  ]);
  return {
    splits,
    explained: cells.filter(counts => counts !== null).length,
    accuracies: cells.length,
  };
}

const keyOf = (row: AccuracyRow) =>
  [row.text, row.image, row.average].map((cell: Printed | null) => cell?.value).join('/');

/** The likeliest splits up to almost all of the belief; none if the rival holds too much of it. */
function credible(weighed: (Split & { log: number })[], rival: number): ItemCounts['splits'] {
  const top = weighed.reduce((best, { log }) => Math.max(best, log), rival);
  const mass = weighed.reduce((sum, { log }) => sum + Math.exp(log - top), Math.exp(rival - top));
  const believed = weighed
    .map(({ text, image, log }) => ({ text, image, belief: Math.exp(log - top) / mass }))
    .sort((a, b) => b.belief - a.belief);
  let covered = 0;
  const enough = believed.findIndex(({ belief }) => {
    covered += belief;
    return covered >= COVERED;
  });
  return enough === -1 ? [] : believed.slice(0, enough + 1);
}
