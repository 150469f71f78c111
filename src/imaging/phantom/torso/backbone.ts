import type { Spine } from '../truth/spine.ts';

/** Where the spine runs at a height: what the organs and muscles lie beside. */
export type Backbone = {
  x: number;
  /** Of the canal's middle, and of the bodies' front. */
  canalY: number;
  frontY: number;
  halfWidth: number;
  /** Of the skin of the back. */
  skinY: number;
  /** Of the torso there: half its width, and its depth. */
  halfTorso: number;
  torsoDepth: number;
  /** Places down the spine, C1 0, T1 7, L1 19, S1 24, whichever variant it is. */
  place: number;
};

export type Backbones = { at(z: number): Backbone; heightOf(place: number): number };

type Knot = {
  z: number;
  x: number;
  canalY: number;
  frontY: number;
  halfWidth: number;
  place: number;
};

/** Half width and depth of a body by place, in millimetres. */
const torso: readonly (readonly [number, number, number])[] = [
  [-3, 78, 190],
  [-0.5, 72, 175],
  [1.5, 62, 132],
  [5, 60, 122],
  [6.5, 92, 130],
  [8, 165, 150],
  [11, 168, 195],
  [16, 152, 215],
  [20, 142, 205],
  [22, 146, 205],
  [25, 172, 215],
  [28, 178, 215],
];

export function layBackbone(spine: Spine): Backbones {
  const knots = knotsOf(spine);
  const [top, bottom] = [knots[0]!.z + 120, knots.at(-1)!.z - 120];
  const rows: Backbone[] = [];
  for (let z = top; z >= bottom; z--) rows.push(rowAt(knots, z));
  smoothSkin(rows, spine);
  return {
    at: z => rows[Math.min(rows.length - 1, Math.max(0, Math.round(top - z)))]!,
    heightOf: place => {
      const row = rows.findIndex(candidate => candidate.place >= place);
      return row < 0 ? bottom : top - row;
    },
  };
}

function knotsOf({ canal, vertebrae, sacrum, variant }: Spine): Knot[] {
  const knots = vertebrae.map(({ level, centreMm, axes, depthMm, widthMm }, at): Knot => {
    const own = canal.find(({ levels }) => levels.length === 1 && levels[0] === level)!.centreMm;
    const front = centreMm[1] - axes.back[1] * (depthMm / 2);
    // A vertebra more stands between two places, and shifts none below.
    const extra = (variant === 'T13' && at > 18) || (variant === 'L6' && at > 23) ? 1 : 0;
    const place = at - extra * (level === 'T13' || level === 'L6' ? 0.5 : 1);
    return {
      z: centreMm[2],
      x: own[0],
      canalY: own[1],
      frontY: front,
      halfWidth: widthMm / 2,
      place,
    };
  });
  for (const [at, { centreMm, axes, depthMm, widthMm }] of sacrum.bodies.slice(1).entries()) {
    const behind = centreMm[1] + axes.back[1] * (depthMm / 2 + 5);
    const front = centreMm[1] - axes.back[1] * (depthMm / 2);
    knots.push({
      z: centreMm[2],
      x: centreMm[0],
      canalY: behind,
      frontY: front,
      halfWidth: widthMm / 2,
      place: 25 + at,
    });
  }
  return knots;
}

function rowAt(knots: readonly Knot[], z: number): Backbone {
  const below = knots.findIndex(knot => knot.z <= z);
  const [upper, lower] =
    below <= 0
      ? below === 0
        ? [knots[0]!, knots[0]!]
        : [knots.at(-1)!, knots.at(-1)!]
      : [knots[below - 1]!, knots[below]!];
  const t = upper === lower ? 0 : (upper.z - z) / (upper.z - lower.z);
  const between = (name: keyof Knot) => upper[name] + t * (lower[name] - upper[name]);
  const beyond = upper === lower ? (upper.z - z) / 20 : 0;
  const place = between('place') + beyond;
  const [halfTorso, torsoDepth] = torsoAt(place);
  return {
    x: between('x'),
    canalY: between('canalY'),
    frontY: between('frontY'),
    halfWidth: between('halfWidth'),
    ...{ skinY: 0, halfTorso, torsoDepth, place },
  };
}

function torsoAt(place: number): [number, number] {
  const next = torso.findIndex(([at]) => at >= place);
  if (next <= 0) {
    const [, wide, deep] = next === 0 ? torso[0]! : torso.at(-1)!;
    return [wide, deep];
  }
  const [from, to] = [torso[next - 1]!, torso[next]!];
  const t = (place - from[0]) / (to[0] - from[0]);
  return [from[1] + t * (to[1] - from[1]), from[2] + t * (to[2] - from[2])];
}

/** The skin spans the spine's hollows. */
function smoothSkin(rows: Backbone[], { fatMm }: Spine): void {
  const raw = rows.map(({ canalY, place }) => {
    const muscle = place < 5 ? 40 : place < 9 ? 47 : place < 16 ? 40 : 44;
    const fat = place < 6 ? fatMm * 0.5 : place < 14 ? fatMm * 0.7 : fatMm;
    return canalY + muscle + fat;
  });
  const reach = 32;
  const sums = [0];
  for (const value of raw) sums.push(sums.at(-1)! + value);
  rows.forEach((row, at) => {
    const [from, to] = [Math.max(0, at - reach), Math.min(rows.length, at + reach + 1)];
    row.skinY = (sums[to]! - sums[from]!) / (to - from);
  });
}
