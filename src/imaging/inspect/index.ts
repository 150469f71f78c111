export type { PictureDescription } from './describe-picture.ts';
export { faultOfPath } from './find-files.ts';
export { type Inspected, inspectFiles } from './inspect-files.ts';
