import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Shape } from '../drawing/shape.ts';
import type { Disc, Spine } from '../truth/spine.ts';
import { bar, egg } from './bar.ts';

export type Ligaments = { flavum: Shape[]; longitudinal: Shape[]; fat: Shape[]; roots: Shape[] };

const axes = { left: [1, 0, 0], back: [0, 1, 0], up: [0, 0, 1] } as const;

/** Between neighbours: the yellow ligament behind the canal, the long ones before and behind the
 *  bodies, and the foramina with their fat and root. */
export function ligaments(spine: Spine): Ligaments {
  const all: Ligaments = { flavum: [], longitudinal: [], fat: [], roots: [] };
  spine.discs.forEach((disc, at) => {
    const bony = spine.canal.find(({ levels }) => levels.join('/') === disc.name)!;
    all.flavum.push(...flavumOf(disc, bony.sagittalMm, bony.transverseMm));
    all.fat.push(...foramina(disc, contents.fat));
    all.roots.push(...foramina(disc, contents.root));
    const [upper, lower] = [spine.vertebrae[at + 1]!, spine.vertebrae[at + 2]!];
    for (const edge of ['anterior', 'posterior'] as const) {
      const thin = edge === 'anterior' ? 1.1 : 0.8;
      const places = [
        upper.sagittal[`${edge}Lower`],
        lower.sagittal[`${edge}Upper`],
        lower.sagittal[`${edge}Lower`],
      ];
      all.longitudinal.push(...places.slice(1).map((to, i) => link(places[i]!, to, thin)));
    }
  });
  return all;
}

function link(from: Vector, to: Vector, radiusMm: number): Shape {
  const relative = to.map((value, axis) => value - from[axis]!) as unknown as Vector;
  return {
    frame: { centreMm: from, axes },
    solid: bar([0, 0, 0], relative, [radiusMm * 5, radiusMm * 5], [1, 5, 1]),
  };
}

function flavumOf(disc: Disc, sagittalMm: number, transverseMm: number): Shape[] {
  const back = disc.depthMm / 2 + sagittalMm;
  const thickMm = { 'Normal/Mild': 1.7, Moderate: 3, Severe: 4 }[disc.canal.severity];
  const frame = { centreMm: disc.centreMm, axes: disc.axes };
  return ([1, -1] as const).map(side => ({
    frame,
    solid: bar(
      [side * transverseMm * 0.36, back - 5, 1],
      [side * 1.5, back + 1 - thickMm * 0.4, 2],
      [thickMm * 3.2, thickMm * 3.2],
      [2.4, 2.4, 1],
    ),
  }));
}

const contents = {
  fat: (disc: Disc, side: 'left' | 'right') => {
    const { roomMm, centreMm } = disc.foramina[side];
    const high = Math.max(1.2, roomMm * 0.62);
    const solid = egg([0, 0, 0], [6.5, Math.min(5, 1.2 + high * 0.55), high]);
    return { frame: { centreMm, axes: disc.axes }, solid };
  },
  root: (disc: Disc, side: 'left' | 'right') => {
    const { centreMm, roomMm } = disc.foramina[side];
    const way = side === 'left' ? 1 : -1;
    const radiusMm = roomMm > 3 ? 2.3 : 1.8;
    const up = Math.min(2.5, roomMm * 0.2);
    const solid = bar([-way * 5, -1, up + 3], [way * 9, 1, up - 3], [radiusMm, radiusMm]);
    return { frame: { centreMm, axes: disc.axes }, solid };
  },
};

function foramina(disc: Disc, make: (disc: Disc, side: 'left' | 'right') => Shape): Shape[] {
  return (['left', 'right'] as const).map(side => make(disc, side));
}
