import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { makePicture } from '../../src/imaging/readers/dicom/testing/make-picture.ts';

type Size = readonly [number, number, number];

/**
 * A body with a spine, ribs' worth of noise, in 0.7 × 0.7 × 1 mm: as `ct.nii.gz`, compressed as
 * lightly as scanners' exports are, and as a DICOM series whose names tell no order.
 */
export async function writeCt(folder: string, size: Size) {
  const [columns, rows, slices] = size;
  const series = path.join(folder, 'series');
  mkdirSync(series, { recursive: true });
  const header = niftiHeader(size);
  const volume = Buffer.alloc(header.length + 2 * columns * rows * slices);
  header.copy(volume);
  const grain = makeGrain();
  for (let slice = 0; slice < slices; slice++) {
    const values = drawSlice(size, slice, grain);
    const bytes = new Uint8Array(values.buffer);
    volume.set(bytes, header.length + slice * bytes.length);
    writeFileSync(path.join(series, `${(slice * 7919) % 100_003}`), dicomFile(size, slice, bytes));
  }
  const gzipped = path.join(folder, 'ct.nii.gz');
  writeFileSync(gzipped, await promisify(gzip)(volume, { level: 1 }));
  return { series, gzipped, copyTo: (file: string) => cpSync(gzipped, file) };
}

function drawSlice([columns, rows, slices]: Size, slice: number, grain: () => number): Int16Array {
  const values = new Int16Array(columns * rows);
  const scale = 512 / columns;
  const part = slice / slices;
  const middle = 40 + 10 * Math.sin(part * 5);
  const isBody = (slice % 30) * 1 < 23;
  const hasSpine = part > 0.13 && part < 0.9;
  for (let row = 0; row < rows; row++) {
    const y = (row - rows / 2) * 0.7 * scale;
    for (let column = 0; column < columns; column++) {
      const x = (column - columns / 2) * 0.7 * scale;
      let hounsfield = -1000;
      const skin = (x / 160) ** 2 + (y / 120) ** 2;
      if (skin < 1) hounsfield = skin < 0.8 ? 50 : -90;
      if (hasSpine) {
        const body = (x / 22) ** 2 + ((y - middle) / 16) ** 2;
        if (body < 1) hounsfield = isBody ? (body > 0.85 ? 600 : 240) : 90;
        const isSpinous = Math.abs(x) < 5 && y > middle + 35 && y < middle + 60;
        const isTransverse = Math.abs(x) < 45 && Math.abs(y - middle - 30) < 5;
        if ((isSpinous && isBody) || (isTransverse && slice % 30 < 10)) hounsfield = 420;
        if ((x / 9) ** 2 + ((y - middle - 24) / 8) ** 2 < 1) hounsfield = 30;
      }
      values[column + row * columns] = Math.max(-1024, Math.round(hounsfield + grain()));
    }
  }
  return values;
}

/** Noise of a standard deviation of 30 HU; the same each time. */
function makeGrain(): () => number {
  let state = 1;
  const uniform = () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
  const table = Float32Array.from(
    { length: 1 << 20 },
    () => (uniform() + uniform() + uniform() - 1.5) * 60,
  );
  let at = 0;
  // A step that shares no factor with the table, turned on after each round, repeats nothing soon.
  return () => {
    at += 7919;
    if (at >= table.length) at -= table.length - 1;
    return table[at]!;
  };
}

function niftiHeader([columns, rows, slices]: Size): Buffer {
  const header = Buffer.alloc(352);
  header.writeInt32LE(348, 0);
  for (const [at, dim] of [3, columns, rows, slices, 1, 1, 1, 1].entries())
    header.writeInt16LE(dim, 40 + 2 * at);
  header.writeInt16LE(4, 70);
  header.writeInt16LE(16, 72);
  const spacing = [(0.7 * 512) / columns, (0.7 * 512) / rows, 1];
  for (const [at, step] of spacing.entries()) header.writeFloatLE(step, 80 + 4 * at);
  header.writeFloatLE(352, 108);
  header.writeInt16LE(1, 254);
  for (const [at, step] of spacing.entries())
    header.writeFloatLE(at < 2 ? -step : step, 280 + 20 * at);
  header.write('n+1\0', 344, 'latin1');
  return header;
}

function dicomFile([columns, rows]: Size, slice: number, pixels: Uint8Array): Buffer {
  const step = (0.7 * 512) / columns;
  return makePicture({
    ...{ syntax: '1.2.840.10008.1.2.1', rows, columns, bitsAllocated: 16, signed: true, pixels },
    more: [
      [0x00080060, 'CS', 'CT'],
      [0x00080018, 'UI', `2.25.${1000 + slice}`],
      [0x00200013, 'IS', slice + 1],
      [0x00200032, 'DS', [0, 0, slice]],
      [0x00200037, 'DS', [1, 0, 0, 0, 1, 0]],
      [0x00280030, 'DS', [step, step]],
      [0x00281052, 'DS', 0],
      [0x00281053, 'DS', 1],
    ],
  });
}
