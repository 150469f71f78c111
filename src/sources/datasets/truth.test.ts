import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'vitest';
import { type LayoutName, layouts } from '../../imaging/phantom/layouts/index.ts';
import { expectTruth } from './testing/expect-truth.ts';

const names = Object.keys(layouts) as LayoutName[];

async function inFolder(work: (root: string) => Promise<unknown>): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'spinemed-layout-'));
  try {
    await work(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each(names)('what %s says of a spine is what is true of it', name =>
  inFolder(root => expectTruth(name, root, { cases: 24 })),
);

// One case of each region that the dataset is made of.
test.each(names)('and so it is with the pictures themselves: %s', name =>
  inFolder(root =>
    expectTruth(name, root, { cases: layouts[name].regions.length, mm: 8, isRendered: true }),
  ),
);
