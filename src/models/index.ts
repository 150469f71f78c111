export { findModel } from './find-model.ts';
export { type ListedModel, listModels } from './list-models.ts';
export { openFileLog } from './log/file-log.ts';
export { openStoreLog } from './log/store-log.ts';
export { type ModelSpec, offlineModel } from './model-spec.ts';
export * from './offline/index.ts';
export { type DoorOptions, type OpenModels, openModels } from './open-models.ts';
export { findPrice, pricesAsOf } from './prices/find-price.ts';
