/** Where the spine lies in a coarse volume: first and last step along x, y and z. */
export type SpineRange = {
  evidence: 'bone' | 'alternation';
  range: readonly [Span, Span, Span];
};
export type Span = readonly [first: number, last: number];
