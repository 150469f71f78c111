import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { degrees } from './degrees.ts';

type Directions = Grid['directions'];
export type AxisMatch = { axis: 0 | 1 | 2; sign: 1 | -1 };

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** For left, back and head: the axis of the grid that runs nearest to it, each axis once, and
 *  whether it runs there (1) or away (-1). Of equal choices the stored order wins. */
export function matchAxes(directions: Directions): [AxisMatch, AxisMatch, AxisMatch] {
  let best: (typeof orders)[number] = orders[0];
  let bestFit = -1;
  for (const order of orders) {
    const fit = order.reduce<number>((sum, axis, to) => sum + Math.abs(directions[axis][to]!), 0);
    if (fit > bestFit + 1e-9) [best, bestFit] = [order, fit];
  }
  const match = (to: 0 | 1 | 2): AxisMatch => {
    const axis = best[to];
    return { axis, sign: directions[axis][to] < 0 ? -1 : 1 };
  };
  return [match(0), match(1), match(2)];
}

const towards = ['L', 'P', 'S'] as const;
const away = ['R', 'A', 'I'] as const;

/** `LPS`: where column, row and slice numbers grow to, named by the nearest direction. */
export function axisCodes(directions: Directions): string {
  const codes: string[] = ['', '', ''];
  for (const [to, { axis, sign }] of matchAxes(directions).entries())
    codes[axis] = sign > 0 ? towards[to]! : away[to]!;
  return codes.join('');
}

/** The other way round; null for what is no orientation (`LLS`, `XYZ`). */
export function directionsOfCodes(codes: string): Directions | null {
  const letters = [...codes.toUpperCase()];
  const vectors = letters.map(vectorOf);
  const seen = new Set(vectors.map(vector => vector?.findIndex(part => part !== 0)));
  if (letters.length !== 3 || vectors.includes(null) || seen.size !== 3) return null;
  return vectors as unknown as Directions;
}

function vectorOf(letter: string): Vector | null {
  const unit = (to: number, sign: 1 | -1) =>
    [0, 1, 2].map(at => (at === to ? sign : 0)) as unknown as Vector;
  const [forward, backward] = [towards.indexOf(letter as 'L'), away.indexOf(letter as 'R')];
  if (forward >= 0) return unit(forward, 1);
  return backward >= 0 ? unit(backward, -1) : null;
}

/** The largest angle between an axis of the grid and the direction that it is named by. */
export function obliquityDegrees(directions: Directions): number {
  const cosines = matchAxes(directions).map(({ axis }, to) => Math.abs(directions[axis][to]!));
  return degrees(Math.acos(Math.min(1, ...cosines)));
}
