import type { Line, Point } from '../plane-points.ts';

/** Around the origin, counter-clockwise, then moved and enlarged. */
export function placed(degrees: number, by: Point = [0, 0], factor = 1): (point: Point) => Point {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return ([x, z]) => [factor * (x * cos - z * sin) + by[0], factor * (x * sin + z * cos) + by[1]];
}

/** 40 mm long, tilted around its middle. */
export function lineAt(degrees: number, middle: Point = [0, 0]): Line {
  const place = placed(degrees, middle);
  return [place([-20, 0]), place([20, 0])];
}

export function placeLine(line: Line, place: (point: Point) => Point): Line {
  return [place(line[0]), place(line[1])];
}
