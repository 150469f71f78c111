import { note } from './print.ts';

export type CountProgress = { update(count: number): void; clear(): void };

/** One number that grows, where nobody knows how far it has to go: in place on a terminal,
 *  elsewhere a line now and then. */
export function countProgress(what: string): CountProgress {
  const { isTTY } = process.stderr;
  const everyMs = isTTY ? 100 : 5000;
  let last = Date.now();
  let shown = '';
  return {
    update(count) {
      if (Date.now() - last < everyMs) return;
      last = Date.now();
      const text = `${count} ${what}`;
      if (isTTY) process.stderr.write(`\r${text}`);
      else note(text);
      shown = isTTY ? text : '';
    },
    clear() {
      if (shown) process.stderr.write(`\r${' '.repeat(shown.length)}\r`);
      shown = '';
    },
  };
}
