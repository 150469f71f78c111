import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { describePictureFile } from '../read-picture-file.ts';
import { missingOracle, runOracle } from '../testing/python-oracle.ts';

type Expected = {
  name: string;
  size: number[];
  channels: number;
  type: string;
  sum: number;
  sha256: string;
};

const missing = missingOracle('PIL', 'numpy');
const script = path.join(import.meta.dirname, 'make-raster-files.py');
const skipped = missing ? ` (skipped: ${missing})` : '';

test.skipIf(missing)(`reads PNG and JPEG as Pillow does${skipped}`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-raster-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = runOracle<Expected>(script, folder);
  expect(files.length).toBeGreaterThan(90);
  for (const { name, size, channels, type, sum, sha256 } of files) {
    const said = await describePictureFile(path.join(folder, name));
    expect([name, said]).toMatchObject([
      name,
      { size, channels, frames: 1, values: { type, sum, sha256 } },
    ]);
  }
});
