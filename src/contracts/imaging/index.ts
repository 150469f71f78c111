export * from './dataset-record.ts';
export * from './pointer.ts';
export * from './space.ts';
