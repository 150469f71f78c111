import type { ChildProcess } from 'node:child_process';

/** Whether a child keeps our own process from ending: only while it works for somebody. */
export function keepAlive(child: ChildProcess, alive: boolean): void {
  if (alive) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
