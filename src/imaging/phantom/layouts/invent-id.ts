import { createHash } from 'node:crypto';

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
