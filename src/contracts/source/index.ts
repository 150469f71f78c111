export { usualRedistribution } from './redistribution.ts';
export { type SourceFile, sourceFileSchema } from './source-file.ts';
