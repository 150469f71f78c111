export { assembleSeries } from './assemble-series.ts';
export { type Choice, chooseSeries } from './choose-series.ts';
export { type Frame, isLocalizer, type Mark, marks } from './frame.ts';
export type { Difference, Series, SeriesProblem } from './series.ts';
