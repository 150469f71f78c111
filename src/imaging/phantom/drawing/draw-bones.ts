import { pelvis } from '../shapes/pelvis.ts';
import { ribs } from '../shapes/ribs.ts';
import { sacrum } from '../shapes/sacrum.ts';
import { skull } from '../shapes/skull.ts';
import { vertebraShapes } from '../shapes/vertebra.ts';
import type { Spine } from '../truth/spine.ts';
import { type Canvas, marks, strangers } from './canvas.ts';
import type { Shape } from './shape.ts';
import { visitLines } from './visit-shape.ts';

/** Parts of one bone flow into each other within this. */
const blendMm = 2.2;
/** Half of what is left between two that touch. */
const jointMm = 0.8;

/** As much of a canvas as bones are drawn on. */
export type Bones = Pick<Canvas, 'grid' | 'boneMm' | 'owner' | 'mark'>;

type Bone = { shape: Shape; whose: number; part: number; isHole: boolean };

/** A radiograph draws the same bones strip by strip. */
const known = new WeakMap<Spine, readonly Bone[]>();

export function drawBones(canvas: Bones, spine: Spine): void {
  const bones = known.get(spine) ?? bonesOf(spine);
  known.set(spine, bones);
  for (const { shape, whose, part, isHole } of bones) {
    if (isHole) carve(canvas, shape, whose);
    else drawBone(canvas, shape, whose, part);
  }
}

function bonesOf(spine: Spine): Bone[] {
  const vertebrae = spine.vertebrae.flatMap((vertebra, at) => {
    if (vertebra.level === 'S1') return [];
    const { body, arch } = vertebraShapes(spine, vertebra);
    const whose = at + 1;
    return [...(body ? [bone(body, whose, 0)] : []), ...arch.map(shape => bone(shape, whose))];
  });
  const { solid, holes } = sacrum(spine);
  return [
    ...vertebrae,
    ...solid.map(shape => bone(shape, strangers.sacrum)),
    ...holes.map(shape => ({ ...bone(shape, strangers.sacrum), isHole: true })),
    ...pelvis(spine).map(shape => bone(shape, strangers.pelvis)),
    ...ribs(spine).map(shape => bone(shape, strangers.ribs)),
    ...skull(spine).map(shape => bone(shape, strangers.skull)),
  ];
}

function bone(shape: Shape, whose: number, part: number = marks.arch): Bone {
  return { shape, whose, part, isHole: false };
}

function drawBone(
  { grid, boneMm, owner, mark }: Bones,
  shape: Shape,
  whose: number,
  part = 0,
): void {
  visitLines(grid, shape, blendMm, (first, { count }, distancesMm) => {
    for (let at = 0; at < count; at++) {
      const distanceMm = distancesMm[at]!;
      if (distanceMm >= blendMm) continue;
      const index = first + at;
      const was = boneMm[index]!;
      const gap = was > distanceMm ? was - distanceMm : distanceMm - was;
      if (distanceMm < was) mark[index] = part;
      // Bones that meet keep a joint between them, midway.
      const joint = jointMm - gap / 2;
      if (owner[index] === whose) {
        const least = was < distanceMm ? was : distanceMm;
        const near = blendMm - gap;
        boneMm[index] = near > 0 ? least - (near * near) / (4 * blendMm) : least;
      } else if (distanceMm < was) {
        boneMm[index] = distanceMm > joint ? distanceMm : joint;
        owner[index] = whose;
      } else if (was < joint) boneMm[index] = joint;
    }
  });
}

/** Takes a shape out of one bone. */
export function carve({ grid, boneMm, owner }: Bones, shape: Shape, whose: number | null): void {
  visitLines(grid, shape, blendMm, (first, { count }, distancesMm) => {
    for (let index = first; index < first + count; index++) {
      const depthMm = -distancesMm[index - first]!;
      if (depthMm <= -blendMm || (whose !== null && owner[index] !== whose)) continue;
      if (depthMm > boneMm[index]!) boneMm[index] = depthMm;
    }
  });
}
