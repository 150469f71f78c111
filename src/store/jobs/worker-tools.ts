import type { Models } from '../../contracts/models/index.ts';
import type { DefectLog } from './settle.ts';

/** What a worker works with, besides the store. */
export type WorkerTools = { models: Models; logDefect: DefectLog };
