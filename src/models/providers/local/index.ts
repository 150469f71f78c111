export type { LocalModel, LocalRequest, LocalSettings } from './local-model.ts';
export { openLocalModel } from './open-local-model.ts';
