import { expect, test } from 'vitest';
import { z } from 'zod';
import { throwawayStore } from '../../../tests/throwaway-store.ts';
import { defineCollector, defineRecipe, made, readThings, runRecipe } from '../index.ts';

const word = { name: 'word', schema: z.object({ number: z.number() }) };
const other = { name: 'other', schema: z.object({}) };

/** More than a page. */
const words = 450;

test('reads all of a kind over its pages, with where it came from, and nothing else', async () => {
  await using opened = await throwawayStore();
  const collect = defineCollector({
    name: 'collect-words',
    version: 1,
    makes: [word, other],
    settings: z.object({ from: z.number() }),
    rejects: [],
    async *offers({ settings: { from } }) {
      for (let number = from; number < from + words; number++)
        yield {
          key: `${number}`,
          source: { kind: 'book', class: 'public', title: 'words', origin: `from ${from}` },
          collect: async () => [made(word, { number }), made(other, {})],
        };
    },
  });
  for (const from of [0, 1000]) {
    const recipe = defineRecipe({ name: 'test', about: '', steps: [collect({ from })] });
    await runRecipe(opened.store, recipe, {
      signal: new AbortController().signal,
      logDefect: error => expect(error).toBeNull(),
    });
  }
  const things = await Array.fromAsync(readThings(opened.store, word));
  const numbers = things.map(({ data }) => data.number).sort((a, b) => a - b);
  const expected = [0, 1000].flatMap(from => Array.from({ length: words }, (_, n) => from + n));
  expect(numbers).toEqual(expected);
  for (const { data, origin, class: dataClass } of things)
    expect([origin, dataClass]).toEqual([data.number < 1000 ? 'from 0' : 'from 1000', 'public']);
  expect(things.every(({ seq }, at) => at === 0 || seq > things[at - 1]!.seq)).toBe(true);
}, 60_000);
