export {
  type AxisMatch,
  axisCodes,
  directionsOfCodes,
  matchAxes,
  obliquityDegrees,
} from './anatomical-axes.ts';
export { type CanalMask, type CanalSize, canalDiameterMm, canalSize } from './canal-diameter.ts';
export { type Cobb, cobbAngle, largestCobbAngle } from './cobb-angle.ts';
export { cobbAngleOfCurve } from './cobb-angle-of-curve.ts';
export { type DiscHeights, discHeightIndex, discHeights } from './disc-height.ts';
export { indexAtPoint, pointAtIndex } from './grid-index.ts';
export { bowDeviation, type Deviation, plumbLineDeviation } from './lateral-deviation.ts';
export { lordosisDegrees } from './lordosis.ts';
export { type NeckCurve, neckCurve } from './neck-curve.ts';
export { type Body, coronalPoint, type Line, type Point, sagittalPoint } from './plane-points.ts';
export { type Projection, projectAlong } from './project-along.ts';
export { linearAt, nearestAt, type ResampleOptions, resample, type Sampled } from './resample.ts';
export { measureSlip, meyerdingGrade, type Slip } from './slip.ts';
export { add, cross, dot, length, normalise, scale, subtract } from './vector.ts';
