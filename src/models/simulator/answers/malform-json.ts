import type { Json } from '../ask.ts';
import type { Random } from '../chance/random.ts';

/** JSON as models spoil it. Some of it can be read by those who look closely, some is lost. */
export function malformJson(value: Json, random: Random): string {
  return random.pick(ways)(value);
}

export const ways: ReadonlyArray<(value: Json) => string> = [
  value => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``,
  value => `Here is the answer you asked for:\n${JSON.stringify(value)}\nI hope this helps.`,
  value => JSON.stringify(value).replace(/(?<=[^{[])([}\]])$/, ',$1'),
  value => JSON.stringify(withoutFirst(value)),
  value => JSON.stringify(value).slice(0, -1),
  value => JSON.stringify(value).replaceAll('"', "'"),
];

function withoutFirst(value: Json): Json {
  if (Array.isArray(value)) return value.slice(1);
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(Object.entries(value).slice(1));
}
