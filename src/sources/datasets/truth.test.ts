import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type LayoutName, layouts } from '../../imaging/phantom/layouts/index.ts';
import { layOut } from '../../imaging/phantom/layouts/testing/lay-out.ts';
import { known } from './testing/expect-truth.ts';
import { readAll } from './testing/read-all.ts';

/** Each region that a dataset is made of comes up, and most of what can be wrong with a spine. */
const cases = 30;

test.each(Object.keys(layouts) as LayoutName[])(
  'what %s says of a spine is what is true of it',
  async name => {
    const root = mkdtempSync(path.join(tmpdir(), 'spinemed-layout-'));
    try {
      const laidOut = await layOut(name, root, { cases });
      const { records, problems } = await readAll(name, root);
      expect(problems).toEqual([]);
      expect(records.size).toBe(cases);
      for (const [number, truth] of laidOut.entries()) {
        const record = records.get(known[name].nameOf(number, truth))!;
        expect(record.problems).toEqual([]);
        known[name].check(record, truth);
      }
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);
