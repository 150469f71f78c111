export type { DiscPlan, PhantomOptions, ScoliosisPlan, VertebraPlan } from './plan/case-plan.ts';
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
