/** The discs that RSNA grades, from the head down: the options of a localisation. */
export const lumbarDiscs = ['L1/L2', 'L2/L3', 'L3/L4', 'L4/L5', 'L5/S1'] as const;
export type LumbarDisc = (typeof lumbarDiscs)[number];
