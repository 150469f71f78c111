/** How long a server asks us to wait, in seconds or until a date. */
export function readRetryAfter(stated: string | null, now = Date.now()): number | undefined {
  const text = stated?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // Anything at all is a date to JavaScript; here it begins with the day of the week.
  const date = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(date) ? Math.max(0, date - now) : undefined;
}
