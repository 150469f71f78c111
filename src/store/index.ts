export type { Blobs } from './blobs/index.ts';
export * from './jobs/index.ts';
export * from './model-log/index.ts';
export { openStore, type Store } from './open-store.ts';
export { addAuditEvent, readAuditEvents } from './tables/audit-events.ts';
export { readMilderTwins } from './tables/milder-twins.ts';
export { readModelActivity } from './tables/model-activity.ts';
export { readOverview } from './tables/overview.ts';
export {
  addPerson,
  changeRole,
  findPerson,
  hasAnyoneSignedIn,
  readPeople,
} from './tables/people.ts';
export { type KeptThing, readThings } from './tables/read-things.ts';
export { readRejects } from './tables/rejects.ts';
export { readCounts, type StepCounts } from './tables/stage-counts.ts';
export type { Finding } from './verify/finding.ts';
export { verify } from './verify/verify.ts';
