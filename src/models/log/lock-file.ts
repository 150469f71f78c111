import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';

const ownerSchema = z.object({ host: z.string(), pid: z.int() });

/** Keeps a second process from writing to the same file; a killed one's lock is taken over.
 *  Gives what unlocks it. */
export function lockFile(file: string): () => void {
  const lock = `${file}.lock`;
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isHeld(lock)) {
      throw new SpinemedError({
        code: 'log-in-use',
        mender: 'user',
        message: 'another process is writing to this call log',
        place: file,
        hint: `Wait for it, or end it. If it ran on another machine and is gone, remove ${lock}.`,
      });
    }
    rmSync(lock, { force: true });
  }
}

function isHeld(lock: string): boolean {
  let owner: z.output<typeof ownerSchema>;
  try {
    owner = ownerSchema.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return false;
  }
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
