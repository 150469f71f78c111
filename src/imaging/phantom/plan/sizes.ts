import type { Level } from '../../../spine/index.ts';

/** Of a man's body at this level, in millimetres: width, depth, height between its edges; how far
 *  its front is taller than its back, in degrees; height of the disc below between the same edges
 *  (in the middle the hollows of two plates are added), and that disc's angle. */
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
  ['C2', 18, 16, 17, 0, 4, 4, 17, 24],
  ['C3', 18, 16.2, 13.2, 0, 4, 4, 15, 23],
  ['C4', 18.5, 16.6, 13, 0, 4.1, 4, 14.5, 24],
  ['C5', 19.5, 17, 12.8, 0, 4.2, 4, 14.5, 24.5],
  ['C6', 21.5, 17.4, 13.1, 0, 4.3, 4, 14.5, 25],
  ['C7', 24.5, 17.8, 14.4, 0, 4, 3, 14.5, 24],
  ['T1', 28, 18, 16.8, -3.4, 3.4, 0, 15, 21],
  ['T2', 28.5, 19, 17.9, -3.4, 3.1, 0, 15, 18],
  ['T3', 28, 20.2, 18.5, -3.8, 3, 0, 15, 17],
  ['T4', 27.5, 21.5, 19.1, -4, 3, 0, 15, 16.5],
  ['T5', 28, 23, 19.7, -4, 3.1, 0, 15, 16.5],
  ['T6', 28.5, 24.5, 20.2, -4, 3.2, 0, 15, 16.5],
  ['T7', 29.5, 26, 20.8, -4, 3.4, 0, 15, 16.5],
  ['T8', 30.5, 27.5, 21.4, -3.8, 3.6, 0, 15, 16.5],
  ['T9', 32, 28.5, 22.2, -3.4, 3.8, 0, 15, 16.5],
  ['T10', 34, 29.5, 23.2, -3, 4.2, 0, 15, 17],
  ['T11', 36.5, 31, 24.4, -3, 4.8, 0, 15, 18.5],
  ['T12', 39.5, 32.5, 25.8, -3, 5.4, 1, 16, 21],
  ['T13', 40, 33, 26.2, -3, 5.8, 2, 16, 22],
  ['L1', 42, 33.8, 27.4, -2, 6.6, 4, 17, 23],
  ['L2', 43.5, 34.8, 28, -1, 7.6, 6, 16.5, 23.5],
  ['L3', 46, 35.6, 28.3, 1, 8.6, 8, 16, 24],
  ['L4', 48.5, 36, 28.3, 3, 9.4, 11, 16.5, 24.5],
  ['L5', 51, 36, 28.2, 8, 9, 14, 17, 26.5],
  ['L6', 51, 36, 28.2, 8, 9, 14, 17, 26.5],
  ['S1', 50, 35, 29, 0, 0, 0, 15, 28],
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
