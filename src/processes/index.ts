export { type Confinement, forkConfined } from './fork-confined.ts';
export { keepAlive } from './keep-alive.ts';
export { canReadMemory, residentMiB } from './resident-memory.ts';
