export { type SlicedCase, sliceCases } from './slice-cases.ts';
export { type PlaneName, planeNames } from './slice-plane.ts';
export type { Asked, Slice, SlicesFile } from './slices-file.ts';
export { type WindowName, windowNames } from './window-values.ts';
