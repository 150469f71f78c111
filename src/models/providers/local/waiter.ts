/** Somebody who waits for an answer, until it comes or they give up. */
export type Waiter<Answer> = {
  promise: Promise<Answer>;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
  hasLeft(): boolean;
};

export function newWaiter<Answer>(signal: AbortSignal, onLeave: () => void): Waiter<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  let left = false;
  const leave = () => {
    left = true;
    signal.removeEventListener('abort', giveUp);
  };
  const giveUp = () => {
    leave();
    reject(signal.reason);
    onLeave();
  };
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  return {
    promise,
    resolve(answer) {
      leave();
      resolve(answer);
    },
    reject(error) {
      leave();
      reject(error);
    },
    hasLeft: () => left,
  };
}
