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
  /** How uneven its plates are. */
  roughMm: number;
};

/** A vertebral body: round in front and flat behind, with a waist and hollow plates. */
export function body(shape: BodyShape): Solid {
  const { widthMm, depthMm, heightMm, waist, hollowMm, notchMm, roughMm } = shape;
  const [a, b] = [widthMm / 2, depthMm / 2];
  const rim = (heightMm.anterior + heightMm.posterior) / 4;
  const slope = (heightMm.posterior - heightMm.anterior) / 2 / depthMm;
  const tallest = Math.max(heightMm.anterior, heightMm.posterior) / 2;
  const notchWidth = a * 0.6;
  const edgeMm = Math.min(4, rim * 0.35);
  return {
    low: [-a, -b, -tallest],
    high: [a, b, tallest],
    distance(left, back, up) {
      const height = up / rim;
      const bow = height * height < 1 ? 1 - height * height : 0;
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
      const middle = 1 - (left * left) / (a * a) - (back * back) / (b * b);
      const hollow = middle > 0 ? hollowMm * middle * (2 - middle) : 0;
      const top = rim + slope * back - hollow;
      let plate = (up < 0 ? -up : up) - top;
      if (roughMm > 0 && plate > -4 && plate < 4) plate -= roughMm * unevenness(left, back);
      return roundedMost(side, plate, edgeMm);
    },
  };
}

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
