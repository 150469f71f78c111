/** A figure as it stands on paper: its value and the size of its last digit. It speaks for
 *  every true value that would have been printed so; `cut` where the file cuts digits off
 *  instead of rounding. */
export type Printed = { value: number; unit: number; cut?: true };

/** Binary floats carry decimal ties a hair to either side, so every edge is widened by this. */
export const slack = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

/** A tie (4.415 at two digits) may go either way: programs disagree on it. */
export function roundsTo(printed: Printed, value: number): boolean {
  return Math.abs(printed.value - value) <= printed.unit / 2 + slack(value);
}

/** Digits cut off instead of rounded. */
export function truncatesTo(printed: Printed, value: number): boolean {
  const cut = Math.abs(value) - Math.abs(printed.value);
  return cut >= -slack(value) && cut < printed.unit - slack(value);
}

export function decimalsOf(printed: Printed): number {
  return Math.max(0, Math.round(-Math.log10(printed.unit)));
}
