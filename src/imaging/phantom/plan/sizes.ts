import type { Level } from '../../../spine/index.ts';

/** Of a man's body at this level, in millimetres: width, depth, height in the middle; how far its
 *  front is taller than its back, in degrees; height of the disc below, and that disc's angle. */
export type LevelSize = {
  widthMm: number;
  depthMm: number;
  heightMm: number;
  wedgeDegrees: number;
  discMm: number;
  discDegrees: number;
  canalSagittalMm: number;
  canalTransverseMm: number;
};

const table: readonly (readonly [Level, ...number[]])[] = [
  ['C1', 14, 12, 10, 0, 0, 0, 18, 27],
  ['C2', 18, 15, 17, 0, 5, 4, 17, 24],
  ['C3', 17.5, 15, 13, 0, 5, 4, 15, 23],
  ['C4', 18, 15.5, 13, 0, 5.2, 4, 14.5, 24],
  ['C5', 19, 16, 12.8, 0, 5.3, 4, 14.5, 24.5],
  ['C6', 21, 16.5, 13, 0, 5.5, 4, 14.5, 25],
  ['C7', 24, 17, 14.5, 0, 5, 3, 14.5, 24],
  ['T1', 28, 17.5, 16, -3.4, 4.2, 0, 15, 21],
  ['T2', 28.5, 18.5, 17.2, -3.4, 3.9, 0, 15, 18],
  ['T3', 28, 20, 17.8, -3.8, 3.8, 0, 15, 17],
  ['T4', 27.5, 21.5, 18.4, -4, 3.8, 0, 15, 16.5],
  ['T5', 28, 23, 19, -4, 4, 0, 15, 16.5],
  ['T6', 28.5, 24.5, 19.5, -4, 4.2, 0, 15, 16.5],
  ['T7', 29.5, 26, 20, -4, 4.5, 0, 15, 16.5],
  ['T8', 30.5, 27.5, 20.6, -3.8, 4.7, 0, 15, 16.5],
  ['T9', 32, 28.5, 21.4, -3.4, 5, 0, 15, 16.5],
  ['T10', 34, 29.5, 22.5, -3, 5.4, 0, 15, 17],
  ['T11', 36.5, 30.5, 23.6, -3, 6, 0, 15, 18.5],
  ['T12', 39.5, 31.5, 25, -3, 7, 1, 16, 21],
  ['T13', 40, 32, 25.4, -3, 7.4, 2, 16, 22],
  ['L1', 42, 32.5, 26.5, -2, 8.4, 4, 17, 23],
  ['L2', 43.5, 33.5, 27, -1, 9.8, 6, 16.5, 23.5],
  ['L3', 46, 34.5, 27.2, 1, 11, 8, 16, 24],
  ['L4', 48.5, 35, 27.2, 3, 12, 11, 16.5, 24.5],
  ['L5', 51, 35, 26.8, 8, 11, 14, 17, 26.5],
  ['L6', 51, 35, 26.8, 8, 11, 14, 17, 26.5],
  ['S1', 50, 34, 29, 0, 0, 0, 15, 28],
];

export const levelSizes: ReadonlyMap<Level, LevelSize> = new Map(
  table.map(([level, ...numbers]) => {
    const [widthMm, depthMm, heightMm, wedgeDegrees, discMm, discDegrees, sagittal, transverse] =
      numbers as [number, number, number, number, number, number, number, number];
    const canal = { canalSagittalMm: sagittal, canalTransverseMm: transverse };
    const body = { widthMm, depthMm, heightMm, wedgeDegrees };
    return [level, { ...body, discMm, discDegrees, ...canal }];
  }),
);
