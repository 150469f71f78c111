export type { PictureDescription } from './describe-picture.ts';
export { type Inspected, inspectFiles } from './inspect-files.ts';
