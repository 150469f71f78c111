/*
 * What a caller must guarantee. Breaking one of these is a defect of the caller, not a property of the
 * data, so it throws; data that is merely too small or too even gives an Outcome with a reason.
 */

/** Sums of squares of anything larger could overflow, and an overflow would come out as NaN. */
const LARGEST = 1e100;

export function requireFinite(values: readonly number[], name: string): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' || !(Math.abs(value) <= LARGEST)) {
      throw new RangeError(`${name}[${i}] is not a finite number of at most 1e100`);
    }
  }
}

export function requireSameLength(
  first: ArrayLike<unknown>,
  second: ArrayLike<unknown>,
  names: string,
): void {
  if (first.length !== second.length) {
    throw new RangeError(`${names} differ in length: ${first.length} and ${second.length}`);
  }
}

export function requireCount(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} is not a whole number of at least 0: ${value}`);
  }
}

/** The series behind the distributions take about the square root of this many steps. */
const MOST_DEGREES = 1e10;

export function requireDegreesOfFreedom(value: number, name: string): void {
  if (!(value > 0 && value <= MOST_DEGREES)) {
    throw new RangeError(`${name} is not above 0 and at most 1e10: ${value}`);
  }
}

export function requireNumber(value: number, name: string): void {
  if (Number.isNaN(value)) throw new RangeError(`${name} is not a number`);
}

export function requireProportion(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} is not within 0 to 1: ${value}`);
}

export function requireOpenProportion(value: number, name: string): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`${name} is not between 0 and 1, both excluded: ${value}`);
  }
}
