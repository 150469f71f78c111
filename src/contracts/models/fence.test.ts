import { expect, test } from 'vitest';
import { fence } from './fence.ts';

test('stands around a text in lines that the text does not hold', () => {
  for (const text of ['', 'plain', '='.repeat(20), `a\n${'='.repeat(70)}\nb`]) {
    const [first, ...rest] = fence(text).split('\n');
    expect(rest.at(-1)).toBe(first);
    expect(rest.slice(0, -1).join('\n')).toBe(text);
    expect(text).not.toContain(first);
  }
});
