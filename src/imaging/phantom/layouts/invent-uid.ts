import { createHash } from 'node:crypto';

/** The same from the same words, in the branch of UIDs that anyone may make from a UUID. */
export function inventUid(...words: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(words.join('/')).digest('hex');
  return `2.25.${BigInt(`0x${digest.slice(0, 30)}`)}`;
}

/** A number as registries give it, without meaning. */
export function inventNumber(digits: number, ...words: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(words.join('/')).digest('hex');
  const most = 10n ** BigInt(digits - 1);
  return String(most + (BigInt(`0x${digest.slice(0, 30)}`) % (9n * most)));
}

/** 32 digits in hex. */
export function inventHex(...words: readonly (string | number)[]): string {
  return createHash('md5').update(words.join('/')).digest('hex');
}
