import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../config/index.ts';

/** Of the software: what made a file is told in it. */
export function ownVersion(): string {
  return JSON.parse(readFileSync(path.join(productFolder, 'package.json'), 'utf8')).version;
}
