import path from 'node:path';
import { isWithin } from './read-source-file.ts';

/** A place as seen from the workspace, so that a workspace may be moved; else where it is. */
export function originOf(place: string, workspaceFolder: string): string {
  return isWithin(workspaceFolder, place)
    ? slashed(path.relative(workspaceFolder, place))
    : slashed(place);
}

export function slashed(place: string): string {
  return place.split(path.sep).join('/');
}
