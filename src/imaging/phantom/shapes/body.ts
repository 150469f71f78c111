import type { Solid } from '../drawing/shape.ts';
import type { Heights } from '../spine/stack-levels.ts';

export type BodyShape = {
  widthMm: number;
  depthMm: number;
  heightMm: Heights;
  /** How much narrower its middle is than its ends, as a share. */
  waist: number;
  /** How deep its plates are hollowed. */
  hollowMm: number;
  /** How far its back wall is hollowed. */
  notchMm: number;
  /** How uneven its plates are; where its hills are. */
  roughMm: number;
  phase: number;
};

/** A vertebral body: round in front and flat behind, with a waist that flares near its plates, and
 *  these hollow within a flat ring, deepest behind their middle. */
export function body(shape: BodyShape): Solid {
  const { widthMm, depthMm, heightMm, waist, hollowMm, notchMm, roughMm, phase } = shape;
  const [a, b] = [widthMm / 2, depthMm / 2];
  const rim = (heightMm.anterior + heightMm.posterior) / 4;
  const slope = (heightMm.posterior - heightMm.anterior) / 2 / depthMm;
  const tallest = Math.max(heightMm.anterior, heightMm.posterior) / 2;
  const notchWidth = a * 0.6;
  const edgeMm = Math.min(3.4, rim * 0.38);
  const deepest = b * 0.12;
  return {
    low: [-a, -b, -tallest],
    high: [a, b, tallest],
    measure(line, distancesMm) {
      for (let at = 0; at < line.count; at++) {
        const left = line.left + at * line.stepLeft;
        const back = line.back + at * line.stepBack;
        const up = line.up + at * line.stepUp;
        const height = up / rim;
        const h2 = height * height;
        const bow = h2 < 1 ? 1 - 0.5 * h2 * (1 + h2) : 0;
        const thin = 1 - waist * bow;
        const n = left / notchWidth;
        const notch = back > 0 && n * n < 1 ? notchMm * (1 - n * n) * (back / b) : 0;
        const x = left / (a * thin);
        const y = (back + notch) / (b * (back > 0 ? 1 - waist * bow * 0.5 : thin));
        const x2 = x * x;
        const y2 = y * y;
        const oval = Math.sqrt(x2 + y2);
        const round = y > 0 ? 0.55 * Math.sqrt(Math.sqrt(x2 * x2 + y2 * y2)) + 0.45 * oval : oval;
        const side = round > 0.05 ? Math.sqrt(left * left + back * back) * (1 - 1 / round) : -b;
        const behind = back - deepest;
        const middle = 1 - ((left * left) / (a * a) + (behind * behind) / (b * b)) / ring;
        const hollow = middle > 0 ? hollowMm * middle * (2 - middle) : 0;
        const top = rim + slope * back - hollow;
        let plate = (up < 0 ? -up : up) - top;
        if (roughMm > 0 && plate > -4 && plate < 4)
          plate -= roughMm * unevenness(left + phase, back);
        distancesMm[at] = roundedMost(side, plate, edgeMm);
      }
    },
  };
}

/** Where the hollow of a plate ends: the square of a share of its radius. */
const ring = 0.78;

/** The larger of two distances, the edge between the two rounded off. */
function roundedMost(one: number, other: number, roundMm: number): number {
  const gap = one > other ? one - other : other - one;
  const most = one > other ? one : other;
  if (gap >= roundMm) return most;
  const left = roundMm - gap;
  return most + (left * left) / (4 * roundMm);
}

/** Hills and dents that do not repeat within a plate. */
function unevenness(left: number, back: number): number {
  const broad = Math.sin(left * 0.31 + 2) * Math.sin(back * 0.37 + left * 0.13 + 1);
  return broad + 0.5 * Math.sin(left * 0.83 + back * 0.4) * Math.sin(back * 0.71 + 0.5);
}
