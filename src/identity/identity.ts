import { hash } from 'node:crypto';
import { SpinemedError } from '../errors/index.ts';

/** The id of a thing that follows from other things: 122 bits of a sha256, written as a
 *  UUID of version 8 so that PostgreSQL keeps it in 16 bytes. */
export function idOf(...parts: unknown[]): string {
  return uuidOf(parts.map(canonical).join(','));
}

/** As `idOf`, for an input that is canonical text already. */
export function uuidOf(text: string): string {
  const h = hash('sha256', text, 'hex');
  const variant = '89ab'[Number.parseInt(h[16]!, 16) & 3]!;
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** JSON with keys in order, so that equal settings give equal ids however they were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  if (value === null || value === undefined) return 'null';
  if (['string', 'boolean'].includes(typeof value) || Number.isFinite(value))
    return JSON.stringify(value);
  // A date, a set or NaN has no JSON of its own: two of them would get one id.
  throw new SpinemedError({
    code: 'id-of-no-json',
    mender: 'us',
    message: 'an id is made of JSON values only',
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (value === null || typeof value !== 'object') return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
