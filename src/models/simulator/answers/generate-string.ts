import type { Random } from '../chance/random.ts';
import { generateMatch } from './generate-match.ts';

type Schema = { [key: string]: unknown };

const words = ['simulated', 'disc', 'canal', 'root', 'facet', 'lumbar', 'signal', 'height'];

/** A string of the length, form or pattern that is asked for. */
export function generateString(schema: Schema, random: Random): string {
  const formed = typeof schema.format === 'string' ? formats[schema.format]?.(random) : undefined;
  if (formed !== undefined) return formed;
  const least = (schema.minLength as number | undefined) ?? 0;
  const most = (schema.maxLength as number | undefined) ?? Infinity;
  if (typeof schema.pattern === 'string') return generateMatch(schema.pattern, random, least, most);
  const chosen = Array.from({ length: 2 + random.below(4) }, () => random.pick(words)).join(' ');
  const long = chosen.length < least ? chosen.padEnd(least, ' simulated') : chosen;
  return long.length > most ? long.slice(0, most) : long;
}

const formats: Record<string, (random: Random) => string> = {
  date: random => `20${two(10 + random.below(15))}-${month(random)}-${day(random)}`,
  time: random => `${clock(random)}Z`,
  'date-time': random =>
    `20${two(10 + random.below(15))}-${month(random)}-${day(random)}T${clock(random)}Z`,
  email: random => `simulated${random.below(1000)}@example.com`,
  uri: random => `https://example.com/${random.below(1000)}`,
  uuid: random =>
    `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`,
  ipv4: random => `192.0.2.${random.below(256)}`,
};

function month(random: Random): string {
  return two(1 + random.below(12));
}

// Every month has 28.
function day(random: Random): string {
  return two(1 + random.below(28));
}

function clock(random: Random): string {
  return [random.below(24), random.below(60), random.below(60)].map(two).join(':');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => random.below(16).toString(16)).join('');
}
