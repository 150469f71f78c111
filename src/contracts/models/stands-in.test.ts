import { expect, test } from 'vitest';
import { standsIn } from './stands-in.ts';

test('takes a quote for what it is, whatever its blanks and widths', () => {
  const text = 'The disc\n  at L4/5 is （extruded）.';
  for (const quote of ['disc at L4/5', 'Ｌ４／５', '(extruded).', '']) {
    expect(standsIn(text, quote)).toBe(true);
  }
  for (const quote of ['the disc', 'at L4/5 (extruded)', 'root']) {
    expect(standsIn(text, quote)).toBe(false);
  }
});
