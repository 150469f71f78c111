import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { missingOracle, runOracle } from '../../testing/python-oracle.ts';
import { valueTypeOf } from '../../value-type.ts';
import { decodeDicomPixels } from '../pixels/decode-pixels.ts';

type Expected = {
  name: string;
  /** Frames, rows, columns, samples. */
  shape: number[];
  type: string;
  sha256: string;
  /** How many levels a value may be off. */
  most: number;
};

const missing = missingOracle('pydicom', 'numpy', 'gdcm');
const said = missing ? `: skipped, ${missing}` : '';

test.skipIf(missing)(`decodes what dcmtk and gdcm packed${said}`, async () => {
  expect(await compareAll('make-dicom-files.py', 40)).toEqual([]);
});

test.skipIf(missing)(`reads pydicom's own files as pydicom does${said}`, async () => {
  expect(await compareAll('read-found-files.py', 5)).toEqual([]);
});

async function compareAll(script: string, least: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-dicom-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = runOracle<Expected>(path.join(import.meta.dirname, script), folder);
  expect(files.length).toBeGreaterThanOrEqual(least);
  const wrong: unknown[] = [];
  for (const expected of files) {
    const problem = await compare(folder, expected).catch(error => error.code ?? String(error));
    if (problem) wrong.push([expected.name, problem]);
  }
  return wrong;
}

async function compare(folder: string, { name, shape, type, sha256, most }: Expected) {
  const { pixels } = await decodeDicomPixels(readFileSync(path.join(folder, name)));
  const { frames, rows, columns, samples, values } = pixels;
  const found = [frames, rows, columns, samples, valueTypeOf(values)].join(' ');
  if (found !== [...shape, type].join(' ')) return found;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return undefined;
  if (most === 0) return 'other values';
  const raw = new Uint8Array(readFileSync(path.join(folder, `${name}.raw`)));
  const array = values.constructor as new (buffer: ArrayBuffer) => ArrayLike<number>;
  const theirs = new array(raw.buffer);
  let worst = 0;
  for (let at = 0; at < values.length; at++) {
    worst = Math.max(worst, Math.abs(values[at]! - theirs[at]!));
  }
  return worst > most ? `off by ${worst}` : undefined;
}
