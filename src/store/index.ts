export type { Blobs } from './blobs/index.ts';
export { idOf } from './identity.ts';
export * from './jobs/index.ts';
export { openStore, type Store } from './open-store.ts';
export { readCounts, type StepCounts } from './tables/stage-counts.ts';
