import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type LayoutName, layouts } from '../../imaging/phantom/layouts/index.ts';
import { lesionVocabularies } from '../../spine/index.ts';
import { expectTruth } from './testing/expect-truth.ts';
import { datasetOf } from './testing/read-all.ts';

test.each(Object.keys(layouts) as LayoutName[])(
  'every label of %s comes up in 500 cases and is read for what it is',
  async name => {
    const root = mkdtempSync(path.join(tmpdir(), 'spinemed-layout-'));
    try {
      const records = await expectTruth(name, root, { cases: 500, mm: 12 });
      const told = (about: { finding: unknown; state: unknown; grade: unknown; side: unknown }) =>
        [about.finding, about.state, about.grade, about.side].join(' ');
      const found = new Set(records.flatMap(({ findings }) => findings.map(told)));
      const terms = lesionVocabularies[datasetOf(name)].filter(
        // Points without a grade: the phantoms have a grade at every point.
        ({ column }) => column !== 'condition',
      );
      const never = terms.filter(term => !found.has(told(term)));
      expect(never.map(({ column, value }) => `${column}=${value}`)).toEqual([]);
    } finally {
      rmSync(root, { recursive: true });
    }
  },
  300_000,
);
