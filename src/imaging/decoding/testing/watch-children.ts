import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Every process that this one starts from now on. */
export function watchChildren(): ChildProcess[] {
  const children: ChildProcess[] = [];
  subscribe('child_process', message =>
    children.push((message as { process: ChildProcess }).process),
  );
  return children;
}

export async function hasVanished(pid: number, withinMs = 5000): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 20) {
    if (!isRunning(pid)) return true;
    await sleep(20);
  }
  return false;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended stays in the list until its new parent looks for it.
    return process.platform !== 'linux' || !/\) [ZX] /.test(stateOf(pid));
  } catch {
    return false;
  }
}

function stateOf(pid: number): string {
  return readFileSync(`/proc/${pid}/stat`, 'utf8');
}
