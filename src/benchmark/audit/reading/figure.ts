import { z } from 'zod';

/** A figure as the file writes it. JSON drops closing zeros (88.60 becomes 88.6), so a number
 *  only says how many digits it has at least; text ("88.60") says it exactly. */
export type Figure = { value: number; decimals: number; exactDecimals: boolean };

const absent = new Set(['', '-', '–', '—', 'n/a', 'na', 'null']);
const numeric = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

function decimalsOfNumber(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

/** A number, a numeral with or without thousands commas and percent sign, or a mark for
 *  "not printed" (null, a dash), which becomes null. */
export const figureSchema = z
  .union([z.number(), z.string().max(64)], 'expected a figure: a number, or a numeral as text')
  .nullish()
  .transform((raw, context): Figure | null => {
    if (raw === null || raw === undefined) return null;
    if (typeof raw === 'number') {
      return { value: raw, decimals: decimalsOfNumber(raw), exactDecimals: false };
    }
    const text = raw.trim().replace(/\s*[%％]$/u, '');
    if (absent.has(text.toLowerCase())) return null;
    const match = numeric.exec(text);
    if (match) {
      const value = Number(text.replaceAll(',', ''));
      return { value, decimals: match[1]?.length ?? 0, exactDecimals: true };
    }
    context.addIssue({ code: 'custom', message: 'this text is not a figure' });
    return z.NEVER;
  });
