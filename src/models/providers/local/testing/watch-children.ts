import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';

/** Every process that this one starts from now on. */
export function watchChildren(): ChildProcess[] {
  const children: ChildProcess[] = [];
  subscribe('child_process', message =>
    children.push((message as { process: ChildProcess }).process),
  );
  return children;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    // One that has ended stays in the list until its new parent looks for it.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
