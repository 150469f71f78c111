export type Window = {
  /** Adds, and gives the sum of the window that ends here. */
  add(atMs: number, amount: number): number;
  /** How long from here until the sum has fallen to `limit`. */
  untilAtMostMs(atMs: number, limit: number): number;
};

/** A sum over the last `lengthMs`, end included, start not. Costs the same however much it
 *  holds. */
export function createWindow(lengthMs: number): Window {
  let times: number[] = [];
  let amounts: number[] = [];
  let first = 0;
  let total = 0;
  const leave = (atMs: number) => {
    while (first < times.length && times[first]! <= atMs - lengthMs) total -= amounts[first++]!;
    if (first > 1000 && first > times.length / 2) {
      times = times.slice(first);
      amounts = amounts.slice(first);
      first = 0;
    }
  };
  return {
    add(atMs, amount) {
      leave(atMs);
      times.push(atMs);
      amounts.push(amount);
      total += amount;
      return total;
    },
    untilAtMostMs(atMs, limit) {
      leave(atMs);
      let left = total;
      for (let index = first; index < times.length; index++) {
        if (left <= limit) return index === first ? 0 : times[index - 1]! + lengthMs - atMs;
        left -= amounts[index]!;
      }
      return times.length === first ? 0 : times.at(-1)! + lengthMs - atMs;
    },
  };
}
