import type { Grid, Vector } from '../../../contracts/imaging/index.ts';

/** What is drawn, before any machine has looked at it. One entry a voxel of the grid. */
export type Canvas = {
  grid: Grid;
  /** Signed distance to the surface of the nearest bone, negative inside; `farMm` elsewhere. */
  boneMm: Float32Array;
  /** Whose bone: place in `vertebrae` + 1, or one of `strangers`. */
  owner: Uint8Array;
  /** What lies here where no bone does. */
  tissue: Uint8Array;
  /** How far from the middle of its disc, canal or vessel: 0 middle, 255 edge. */
  depth: Uint8Array;
  /** Place in `discs` + 1 of a disc's material. */
  disc: Uint8Array;
  /** What changes bone here, one of `marks`; 0 for none. */
  mark: Uint8Array;
};

export const farMm = 99;
export const strangers = { sacrum: 60, pelvis: 61, ribs: 62, skull: 63 } as const;
export const marks = { modic1: 1, modic2: 2, modic3: 3, vein: 4, oedema: 5, arch: 6 } as const;

export const tissue = {
  air: 0,
  skin: 1,
  fat: 2,
  muscle: 3,
  ligament: 4,
  disc: 5,
  fluid: 6,
  cord: 7,
  nerve: 8,
  blood: 9,
  organ: 10,
  bowel: 11,
  gas: 12,
  content: 13,
  lung: 14,
  airway: 15,
  flavum: 16,
  brain: 17,
  metal: 18,
  epiduralFat: 19,
  kidney: 20,
  interspinous: 21,
  strand: 22,
} as const;
export type Tissue = keyof typeof tissue;

export function newCanvas(grid: Grid): Canvas {
  const count = grid.size[0] * grid.size[1] * grid.size[2];
  return {
    grid,
    boneMm: new Float32Array(count).fill(farMm),
    owner: new Uint8Array(count),
    tissue: new Uint8Array(count),
    depth: new Uint8Array(count),
    disc: new Uint8Array(count),
    mark: new Uint8Array(count),
  };
}

/** Steps in patient space from one voxel to the next, along each of the grid's axes. */
export function stepsOf({ directions, spacingMm }: Grid): [Vector, Vector, Vector] {
  return directions.map((direction, axis) =>
    direction.map(part => part * spacingMm[axis]!),
  ) as unknown as [Vector, Vector, Vector];
}
