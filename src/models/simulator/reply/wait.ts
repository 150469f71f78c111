import type { Exchange } from './exchange.ts';

/** Waits, or until the client has left; true while it is still there. */
export function wait({ response, left }: Exchange, ms: number): Promise<boolean> | boolean {
  if (left()) return false;
  // No turn of the event loop is spent where nothing is to be waited for.
  if (!(ms > 0)) return true;
  return new Promise(resolve => {
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      response.off('close', stop);
      resolve(true);
    }, ms);
    response.once('close', stop);
  });
}
