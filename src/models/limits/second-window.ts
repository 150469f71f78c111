import { pause } from './pause.ts';

/** A little over a second: what leaves in order may arrive a few milliseconds closer. */
const windowMs = 1030;

/** Lets so many through in any second, whatever the timers make of the times they were given. */
export function secondWindow(
  requestsPerMinute: number | undefined,
): (signal: AbortSignal | undefined) => Promise<void> {
  if (requestsPerMinute === undefined) return async () => {};
  const most = Math.ceil(requestsPerMinute / 60);
  const passed: number[] = [];
  let turn: Promise<void> = Promise.resolve();

  async function pass(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const now = performance.now();
      while (passed.length > 0 && now - passed[0]! >= windowMs) passed.shift();
      if (passed.length < most) {
        passed.push(now);
        return;
      }
      await pause(windowMs - (now - passed[0]!), signal);
    }
  }

  return signal => {
    const mine = turn.then(() => pass(signal));
    turn = mine.catch(() => {});
    return mine;
  };
}
