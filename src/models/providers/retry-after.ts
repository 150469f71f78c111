const longestMs = 15 * 60_000;

/** How long we are told to wait: in milliseconds, in seconds, or until a date. */
export function readRetryAfter(
  headers: Readonly<Record<string, string>>,
  now = Date.now(),
): number | undefined {
  const exact = Number(headers['retry-after-ms']);
  if (headers['retry-after-ms'] && exact >= 0) return Math.min(exact, longestMs);
  const said = headers['retry-after']?.trim();
  if (!said) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1000 : dateOf(said) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestMs) : undefined;
}

/** Anything at all is a date to JavaScript; here it begins with the day of the week. */
function dateOf(said: string): number {
  return /^[a-z]{3}/i.test(said) ? Date.parse(said) : Number.NaN;
}
