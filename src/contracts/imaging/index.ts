export * from './dataset-record.ts';
export * from './space.ts';
