export type Rates = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

/**
 * Precision, recall and their harmonic mean from counts, as shares of 1. Nothing expected and nothing
 * said agree fully; where only one side has something, all three are 0: a silent model must not get a
 * precision of 1 for what it did not say.
 */
export function overlapRates(matched: number, said: number, expected: number): Rates {
  if (said === 0 && expected === 0) return { precision: 1, recall: 1, f1: 1 };
  return {
    precision: said === 0 ? 0 : matched / said,
    recall: expected === 0 ? 0 : matched / expected,
    f1: (2 * matched) / (said + expected),
  };
}
