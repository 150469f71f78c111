/** When the next request may leave, in milliseconds of any one clock: kept a model, shared by
 *  all who ask it. */
export type Pace = { nextRequestAt: number; nextTokenAt: number };

export type PaceLimits = {
  requestsPerMinute: number | undefined;
  tokensPerMinute: number | undefined;
};

/** Requests are spread evenly rather than let go in bursts, a little slower than allowed: what
 *  leaves on time may still arrive a few milliseconds closer together. */
const margin = 1.03;
const minuteMs = 60_000;

/** Takes the next place in the row for a request of so many tokens. */
export function takePlace(
  pace: Pace,
  limits: PaceLimits,
  tokens: number,
  now: number,
): { waitMs: number; pace: Pace } {
  const { requestsPerMinute, tokensPerMinute } = limits;
  const requestAt = requestsPerMinute ? Math.max(pace.nextRequestAt, now) : now;
  const at = tokensPerMinute ? Math.max(pace.nextTokenAt, requestAt) : requestAt;
  return {
    waitMs: at - now,
    pace: {
      nextRequestAt: requestsPerMinute ? at + (minuteMs * margin) / requestsPerMinute : 0,
      nextTokenAt: tokensPerMinute ? at + (tokens * minuteMs * margin) / tokensPerMinute : 0,
    },
  };
}

/** Once the tokens are known: gives back what was taken too much, or takes what was too little. */
export function correctPlace(
  pace: Pace,
  limits: PaceLimits,
  tokens: { taken: number; used: number },
): Pace {
  if (!limits.tokensPerMinute) return pace;
  const shiftMs = ((tokens.used - tokens.taken) * minuteMs * margin) / limits.tokensPerMinute;
  return { ...pace, nextTokenAt: pace.nextTokenAt + shiftMs };
}
