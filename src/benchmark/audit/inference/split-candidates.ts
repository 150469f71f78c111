/** Numbers of text and image items. */
export type Split = { text: number; image: number };

const TRUST_IN_PRINTED_TOTALS = 0.99;
const SHORTLIST = 80;

/** Every split of a printed total, and the pairs of numbers that suit the two columns best, each
 *  with the logarithm of its prior belief. */
export function listSplits(
  ofText: Float64Array,
  ofImage: Float64Array,
  printedTotals: number[],
): (Split & { prior: number })[] {
  const totals = new Set(printedTotals);
  const ofTotals = [...totals].flatMap(total =>
    Array.from({ length: total - 1 }, (_, at) => ({ text: at + 1, image: total - at - 1 })),
  );
  const free = shortlist(ofText).flatMap(text =>
    shortlist(ofImage).flatMap(image => (totals.has(text + image) ? [] : [{ text, image }])),
  );
  const trust = totals.size > 0 ? TRUST_IN_PRINTED_TOTALS : 0;
  const priorOfTotal = Math.log(trust / Math.max(1, ofTotals.length));
  const priorOfFree = Math.log((1 - trust) / ofText.length ** 2);
  return [
    ...ofTotals.map(split => ({ ...split, prior: priorOfTotal })),
    ...free.map(split => ({ ...split, prior: priorOfFree })),
  ];
}

function shortlist(belief: Float64Array): number[] {
  return Array.from(belief.keys())
    .slice(1)
    .sort((a, b) => belief[b]! - belief[a]!)
    .slice(0, SHORTLIST);
}
