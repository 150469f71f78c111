export { drawAnatomy } from './drawing/draw-anatomy.ts';
export { type LayoutName, layouts } from './layouts/index.ts';
export { type MadeCases, type MakeCasesOptions, makeCases } from './making/make-cases.ts';
export type { DiscPlan, PhantomOptions, ScoliosisPlan, VertebraPlan } from './plan/case-plan.ts';
export { renderCt } from './render/ct.ts';
export {
  axialGrid,
  ctGrid,
  radiographGrid,
  sagittalGrid,
  type View,
} from './render/fields-of-view.ts';
export { type Labelled, labelCanvas } from './render/label-canvas.ts';
export {
  drawThick,
  middleSlices,
  renderMr,
  type ThickCanvas,
  type Weighting,
} from './render/mr.ts';
export { renderRadiograph } from './render/radiograph.ts';
export { makeSpine } from './spine/make-spine.ts';
export { type PhantomFinding, phantomFindingSchema } from './truth/finding.ts';
export {
  type Disc,
  type Region,
  type Severity,
  type Spine,
  spineSchema,
  type Vertebra,
} from './truth/spine.ts';
