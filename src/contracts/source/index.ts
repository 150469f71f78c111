export { type SourceFile, sourceFileSchema } from './source-file.ts';
