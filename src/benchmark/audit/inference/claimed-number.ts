import type { Verdict } from '../finding.ts';

/** A rounded number as text claims it: 450k+, 2.6k, about 1,000. */
export type Claim = { value: number; unit: number; atLeast: boolean };

const scales: Record<string, number> = { '': 1, k: 1e3, m: 1e6, b: 1e9, 万: 1e4, 亿: 1e8 };
const claim =
  /(?<![A-Za-z0-9.,])(over |more than |at least |>\s?|≥\s?|(?:超过|逾|至少)\s?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(余|多)?\s?([kmb](?![A-Za-z0-9])|[万亿])?\s?(\+|余|多)?/iu;

export function readClaim(text: string): Claim | null {
  const match = claim.exec(text.normalize('NFKC'));
  if (!match) return null;
  const [, over, whole = '', decimals = '', odd, suffix = '', plus] = match;
  const scale = scales[suffix.toLowerCase()]!;
  const digits = whole.replaceAll(',', '');
  // Closing zeros of a number with a suffix count (450k); those of 1,000 may be for show.
  const zeros = suffix || decimals ? 0 : (/0*$/u.exec(digits)?.[0].length ?? 0);
  return {
    value: Number((Number(digits + decimals) * scale).toPrecision(12)),
    unit: (scale * 10 ** zeros) / 10 ** Math.max(0, decimals.length - 1),
    atLeast: Boolean(over || odd || plus),
  };
}

/** Authors round generously: a claim to three digits may stand for its last one or two. */
export function judgeClaim({ value, unit, atLeast }: Claim, count: number): Verdict {
  if (atLeast) return count >= value ? 'consistent' : 'inconsistent';
  if (Math.abs(count - value) <= unit / 2) return 'consistent';
  const coarse = Math.max(unit, 10 ** Math.max(0, Math.floor(Math.log10(value || 1)) - 1));
  return Math.abs(count - value) < coarse ? 'rounding' : 'inconsistent';
}
