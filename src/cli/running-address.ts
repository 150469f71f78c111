import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the workbench of a workspace is open now, so that links made by another command
 *  lead there, whatever port it found free. */
const fileName = 'open-at';

export function writeAddress(workspaceFolder: string, url: string): void {
  writeFileSync(path.join(workspaceFolder, fileName), url, { mode: 0o600 });
}

export function removeAddress(workspaceFolder: string, url: string): void {
  // Another server of the same workspace may have written its own since.
  if (readAddress(workspaceFolder) === url)
    rmSync(path.join(workspaceFolder, fileName), { force: true });
}

export function readAddress(workspaceFolder: string): string | undefined {
  try {
    return readFileSync(path.join(workspaceFolder, fileName), 'utf8');
  } catch {
    return undefined;
  }
}
