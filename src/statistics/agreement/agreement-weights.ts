export type Label = string | number;

/** A named scheme, or a square matrix of what each pair of categories is worth, 1 on the diagonal. */
export type Weights = 'none' | 'linear' | 'quadratic' | readonly (readonly number[])[];

/** What it is worth, from 0 to 1, that one rater chose category i and the other j. */
export function agreementWeights(size: number, weights: Weights): readonly (readonly number[])[] {
  if (typeof weights !== 'string') return checked(weights, size);
  const places = Array.from({ length: size }, (_, i) => i);
  return places.map(i => places.map(j => worth(Math.abs(i - j) / Math.max(1, size - 1), weights)));
}

function worth(distance: number, scheme: 'none' | 'linear' | 'quadratic'): number {
  if (scheme === 'none') return distance === 0 ? 1 : 0;
  return scheme === 'linear' ? 1 - distance : 1 - distance ** 2;
}

function checked(matrix: readonly (readonly number[])[], size: number) {
  const square = matrix.length === size && matrix.every(row => row.length === size);
  if (!square) throw new RangeError(`weights are not a ${size} by ${size} matrix`);
  matrix.forEach((row, i) => {
    row.forEach((weight, j) => {
      if (!(weight >= 0 && weight <= 1) || (i === j && weight !== 1)) {
        throw new RangeError(`weights[${i}][${j}] is not within 0 to 1, or not 1 on the diagonal`);
      }
    });
  });
  return matrix;
}
