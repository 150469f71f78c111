/** How much of a cost is known: what has no price is missing from the sum, and a sum of nothing
 *  but that is no sum. */
export function costKnown({ usd, unpriced }: { usd: number; unpriced: number }) {
  if (unpriced === 0) return 'all';
  return usd > 0 ? 'part' : 'none';
}
