import { decimalsOf, type Printed } from './printed.ts';

/** 456748 → 456,748; 4 digits after the point at most unless more are asked for. */
export function show(value: number, decimals?: number): string {
  let format = formats.get(decimals);
  if (!format) {
    const digits = { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 4 };
    format = new Intl.NumberFormat('en-US', digits);
    formats.set(decimals, format);
  }
  return format.format(value);
}

/** Making a format costs a hundred times what using it does. */
const formats = new Map<number | undefined, Intl.NumberFormat>();

/** With the digits it was printed with: 88.6 in a column of two digits is 88.60. */
export const showPrinted = (printed: Printed): string => show(printed.value, decimalsOf(printed));

/** A recomputed figure for the record: two digits past the printed ones. */
export function settle(value: number, printed?: Printed): number {
  return Number(value.toFixed(Math.min(12, printed ? decimalsOf(printed) + 2 : 4)));
}

export function listWords(words: string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
