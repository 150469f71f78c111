import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Grid } from '../../../contracts/imaging/index.ts';
import { describePictureFile, readPictureFile } from '../read-picture-file.ts';
import { missingOracle, runOracle } from '../testing/python-oracle.ts';

type Expected = {
  name: string;
  size: number[];
  frames: number;
  channels: number;
  type: string;
  sha256: string;
  min: string;
  max: string;
  sum: string;
  slope: number;
  intercept: number;
  affine: number[][];
  orientation: string;
};

const missing = missingOracle('nibabel', 'numpy');
const script = path.join(import.meta.dirname, 'make-nifti-files.py');

const skipped = missing ? ` (skipped: ${missing})` : '';

test.skipIf(missing)(`reads NIfTI as nibabel does${skipped}`, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-nifti-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = runOracle<Expected>(script, folder);
  expect(files.length).toBeGreaterThan(90);
  for (const expected of files) {
    const file = path.join(folder, expected.name);
    const said = await describePictureFile(file);
    const { name } = expected;
    expect({ name, ...said }).toMatchObject({
      ...{ name, size: expected.size, frames: expected.frames, channels: expected.channels },
      values: { type: expected.type, sha256: expected.sha256 },
    });
    expect([name, said.rescale.slope, said.rescale.intercept]).toEqual([
      name,
      expected.slope,
      expected.intercept,
    ]);
    if (!expected.type.startsWith('float')) {
      const { min, max, sum } = said.values;
      expect([min, max, sum].map(String)).toEqual([expected.min, expected.max, expected.sum]);
    } else {
      expect(said.values.sum).toBeCloseTo(Number(expected.sum), 6);
      expect(said.values.min).toBeCloseTo(Number(expected.min), 3);
    }
    if (!name.includes('sheared'))
      expect([name, said.orientation]).toEqual([name, expected.orientation]);
    const { grid } = await readPictureFile(file);
    const offBy = affineOf(grid!)
      .flat()
      .map((number, at) => Math.abs(number - expected.affine.flat()[at]!));
    expect([name, Math.max(...offBy) < 1e-6]).toEqual([name, true]);
  }
});

/** From indices to RAS, as nibabel has it. */
function affineOf({ directions, spacingMm, originMm }: Grid): number[][] {
  return [0, 1, 2].map(row => {
    const sign = row < 2 ? -1 : 1;
    const columns = directions.map((direction, at) => sign * direction[row]! * spacingMm[at]!);
    return [...columns, sign * originMm[row]!];
  });
}
