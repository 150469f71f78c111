export {
  type ConfinedWorker,
  type News,
  startConfinedWorker,
  type WorkerKind,
  type WorkLimits,
} from './confined-worker.ts';
export { type Confinement, forkConfined } from './fork-confined.ts';
export { keepAlive } from './keep-alive.ts';
export { canReadMemory, residentMiB } from './resident-memory.ts';
export { makeWorkerPool } from './worker-pool.ts';
