import { describe, expect, test } from 'vitest';
import type { Vector } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../geometry/index.ts';
import type { Volume } from '../../volume/volume.ts';
import { drawAnatomy } from '../drawing/draw-anatomy.ts';
import { pointAt } from '../spine/frame.ts';
import { makeSpine } from '../spine/make-spine.ts';
import { renderCt } from './ct.ts';
import { ctGrid, sagittalGrid } from './fields-of-view.ts';
import { labelCanvas } from './label-canvas.ts';
import { drawThick, middleSlices, renderMr } from './mr.ts';
import { renderRadiograph } from './radiograph.ts';

const spine = makeSpine(4, { region: 'lumbar', healthy: true, ageYears: 30 });

/** The mean of the voxels about a point. */
function around({ grid, values }: Volume, point: Vector, reach = 1): number {
  const [i, j, k] = indexAtPoint(grid, point).map(Math.round) as [number, number, number];
  let [sum, count] = [0, 0];
  for (let b = -reach; b <= reach; b++) {
    for (let a = -reach; a <= reach; a++) {
      sum += values[i + a + grid.size[0] * (j + b + grid.size[1] * k)]!;
      count++;
    }
  }
  return sum / count;
}

describe('what is rendered', () => {
  const canvas = drawAnatomy(spine, ctGrid(spine, 2));
  const ct = renderCt(spine, canvas);
  const thick = drawThick(spine, sagittalGrid(spine, 2));
  const [t1, t2] = [renderMr(spine, thick, 'T1'), renderMr(spine, thick, 'T2')];

  test('is the same from the same spine', () => {
    const bytes = ({ values }: Volume) => Buffer.from(values.buffer as ArrayBuffer);
    expect(bytes(renderCt(spine, canvas)).equals(bytes(ct))).toBe(true);
    const [one, other] = [1, 2].map(() => bytes(renderRadiograph(spine, 'AP', 8)));
    expect(one!.equals(other!)).toBe(true);
  });

  test('shows in CT bone as bone and discs as discs, where the truth has them', () => {
    for (const { level, centreMm } of spine.vertebrae) {
      if (!spine.shown.includes(level) || level === 'S1') continue;
      expect(around(ct, centreMm)).toBeGreaterThan(130);
    }
    for (const { levels, centreMm } of spine.discs) {
      if (!levels.every(level => spine.shown.includes(level))) continue;
      expect(around(ct, centreMm)).toBeGreaterThan(40);
      expect(around(ct, centreMm)).toBeLessThan(125);
    }
  });

  test('shows the fluid bright in T2 and dark in T1, and young discs bright', () => {
    const middle = spine.discs.find(({ name }) => name === 'L3/L4')!;
    expect(around(t2, middle.canal.centreMm)).toBeGreaterThan(
      2 * around(t1, middle.canal.centreMm),
    );
    expect(around(t2, middle.centreMm)).toBeGreaterThan(around(t1, middle.centreMm));
    const worn = makeSpine(4, {
      ...{ region: 'lumbar', healthy: true, ageYears: 30 },
      discs: { 'L3/L4': { pfirrmann: 5 } },
    });
    const dark = renderMr(worn, drawThick(worn, sagittalGrid(worn, 2)), 'T2');
    expect(around(dark, middle.centreMm)).toBeLessThan(around(t2, middle.centreMm) / 2);
  });

  test('shows the nucleus as a lens in a dark ring, and the vein behind each large body', () => {
    for (const disc of spine.discs.slice(-4)) {
      const nucleus = around(t2, disc.centreMm);
      for (const back of [-0.45, 0.45]) {
        const ring = around(t2, pointAt(disc, [0, back * disc.depthMm, 0]), 0);
        expect(ring).toBeLessThan(nucleus / 2);
      }
    }
    for (const level of ['L1', 'L2', 'L3', 'L4']) {
      const vertebra = spine.vertebrae.find(candidate => candidate.level === level)!;
      const behind = pointAt(vertebra, [0, vertebra.depthMm * 0.42, 0]);
      expect(around(ct, behind, 0)).toBeLessThan(around(ct, vertebra.centreMm) - 40);
    }
  });

  test('masks have each vertebra and disc about its centre', () => {
    const code = new Map<string, number>([['canal', 99]]);
    for (const { level } of spine.vertebrae) code.set(level, code.size);
    for (const { name } of spine.discs) code.set(name, code.size);
    const labels = (grid: typeof ct.grid, of: Parameters<typeof labelCanvas>[1]) => {
      const values = labelCanvas(
        spine,
        of,
        what =>
          code.get(
            what.kind === 'vertebra' ? what.level : what.kind === 'disc' ? what.name : 'canal',
          )!,
      );
      return (point: Vector) => {
        const [i, j, k] = indexAtPoint(grid, point).map(Math.round) as [number, number, number];
        return values[i + grid.size[0] * (j + grid.size[1] * k)];
      };
    };
    for (const at of [labels(ct.grid, canvas), labels(thick.grid, middleSlices(thick))]) {
      for (const level of ['T12', 'L1', 'L2', 'L3', 'L4', 'L5', 'S1'] as const) {
        expect(at(spine.vertebrae.find(vertebra => vertebra.level === level)!.centreMm)).toBe(
          code.get(level),
        );
      }
      for (const { name, centreMm, canal } of spine.discs.slice(-5)) {
        expect([name, at(centreMm)]).toEqual([name, code.get(name)]);
        expect(at(canal.centreMm)).toBe(99);
      }
    }
  });

  test('radiographs are brighter over a body than beside it', () => {
    for (const view of ['AP', 'lateral'] as const) {
      const picture = renderRadiograph(spine, view, 3);
      const body = spine.vertebrae.find(({ level }) => level === 'L3')!;
      const [x, y] = view === 'AP' ? [55, 0] : [0, -55];
      const beside: Vector = [body.centreMm[0] + x, body.centreMm[1] + y, body.centreMm[2]];
      expect(around(picture, flat(picture, body.centreMm))).toBeGreaterThan(
        around(picture, flat(picture, beside)) + 200,
      );
    }
  });
});

/** Onto the one slice of a radiograph. */
function flat({ grid }: Volume, point: Vector): Vector {
  const along = grid.directions[2];
  const off = point.reduce(
    (sum, value, axis) => sum + (value - grid.originMm[axis]!) * along[axis]!,
    0,
  );
  return point.map((value, axis) => value - along[axis]! * off) as unknown as Vector;
}
