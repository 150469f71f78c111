import type { Stats } from 'node:fs';
import { SpinemedError } from '../../errors/index.ts';

/** They name no file, for its name may be a patient's: who asked knows which one it was. */
export function noSuchFile(): SpinemedError {
  return fault('no-such-file', 'there is no such file or folder');
}

export function notAFile(found: Stats | null): SpinemedError {
  return fault('not-a-file', `${kindOf(found)} is not read as a file`);
}

export function emptyFolder(): SpinemedError {
  return fault('folder-empty', 'a folder holds no files');
}

function kindOf(found: Stats | null): string {
  if (!found) return 'a link that leads nowhere';
  if (found.isDirectory()) return 'a link to a folder';
  if (found.isFIFO()) return 'a pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}

function fault(code: string, message: string): SpinemedError {
  const hint = 'Give picture files, or folders of them.';
  return new SpinemedError({ code, mender: 'user', message, hint });
}
