import { type FaultName, type FaultShares, isSaid } from './faults.ts';
import { drawLatencyMs, type Latency } from './latency.ts';
import { createRandom, type Random } from './random.ts';

export type Decision = {
  fault: FaultName | null;
  latencyMs: number;
  /** For one more purpose, with numbers of its own: what an answer says does not change
   *  because faults were turned on. */
  random(purpose: string): Random;
  /** The same each time that the same is asked, unless answers vary. */
  answerRandom(purpose: string): Random;
};

export type Decider = { decide(bodySha256: string): Decision; reset(): void };

// How often a body was seen is forgotten for the oldest bodies past this.
const mostBodies = 500_000;

/** What happens to a request follows from the seed, what it holds and how often it came:
 *  never from what else is under way. What is said follows from what it holds alone, as with a
 *  model at temperature 0: whoever lost an answer gets the same when asking again. */
export function createDecider(wish: {
  seed: string;
  faults: FaultShares;
  latency: Latency;
  vary: boolean;
}): Decider {
  const seen = new Map<string, number>();
  return {
    decide(bodySha256) {
      const time = (seen.get(bodySha256) ?? 0) + 1;
      seen.set(bodySha256, time);
      if (seen.size > mostBodies) seen.delete(seen.keys().next().value!);
      const at = (when: number) => (purpose: string) =>
        createRandom(wish.seed, bodySha256, when, purpose);
      const random = at(time);
      const answerRandom = wish.vary ? random : at(1);
      const fault = wish.faults.size > 0 ? drawFault(wish.faults, random('fault')) : null;
      const first = wish.faults.size > 0 ? drawFault(wish.faults, answerRandom('fault')) : null;
      const isLater = answerRandom !== random && time > 1;
      return {
        fault: isSaid(first) ? first : isLater && isSaid(fault) ? null : fault,
        latencyMs:
          wish.latency.kind === 'fixed'
            ? wish.latency.ms
            : drawLatencyMs(wish.latency, random('latency')),
        random,
        answerRandom,
      };
    },
    reset: () => seen.clear(),
  };
}

function drawFault(faults: FaultShares, random: Random): FaultName | null {
  let left = random.next();
  for (const [name, share] of faults) {
    if (left < share) return name;
    left -= share;
  }
  return null;
}
