import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { pointAtIndex } from '../../geometry/index.ts';
import { fromBytes, openFile } from '../byte-source.ts';
import type { ReadOptions } from '../stored-picture.ts';
import { makeNifti } from '../testing/make-nifti.ts';
import type { StoredValues } from '../value-type.ts';
import { readNifti } from './read-nifti.ts';

const limits = { maxBytes: 2 ** 20 };
const read = (bytes: Uint8Array, options: Partial<ReadOptions> = {}) =>
  readNifti(fromBytes(bytes), { ...limits, ...options });
const codeOf = (bytes: Uint8Array, options?: Partial<ReadOptions>) =>
  read(bytes, options).then(
    () => 'read',
    error => error.code,
  );
const make = (settings?: Parameters<typeof makeNifti>[0]) => makeNifti(settings)[0]!;

const arrays: StoredValues[] = [
  Int8Array.of(-128, 0, 127, 5),
  Uint8Array.of(0, 255, 7, 9),
  Int16Array.of(-32768, 32767, 1, 2),
  Uint16Array.of(0, 65535, 1, 2),
  Int32Array.of(-(2 ** 31), 2 ** 31 - 1, 1, 2),
  Uint32Array.of(0, 2 ** 32 - 1, 1, 2),
  Float32Array.of(0.1, -1e30, Number.NaN, 2),
  Float64Array.of(0.1, -1e300, Number.POSITIVE_INFINITY, 2),
  BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n, 0n, 1n),
  BigUint64Array.of(0n, 2n ** 64n - 1n, 0n, 1n),
];

test('values of every type come as they are stored, in both versions, orders and packings', async () => {
  for (const values of arrays) {
    for (const version of [1, 2] as const) {
      for (const order of ['little', 'big'] as const) {
        const file = make({ values, version, order, dims: [2, 2] });
        for (const bytes of [file, gzipSync(file)]) {
          const picture = await read(bytes);
          expect(picture.values).toEqual(values);
          expect(picture).toMatchObject({
            size: [2, 2, 1],
            volumes: 1,
            channels: 1,
            notes: ['orientation-assumed'],
          });
        }
      }
    }
  }
});

test('values of the common order stand on what was inflated, without a copy', async () => {
  const { values } = await read(gzipSync(make()));
  expect(values.byteOffset).toBe(352);
  expect(values.buffer.byteLength).toBeGreaterThan(values.byteLength + 352);
});

test('colour has channels side by side', async () => {
  const values = Uint8Array.from({ length: 24 }, (_, at) => at);
  const rgb = await read(make({ values, datatype: 128, dims: [2, 2, 2] }));
  expect([rgb.channels, ...rgb.size]).toEqual([3, 2, 2, 2]);
  const rgba = await read(make({ values, datatype: 2304, dims: [3, 2] }));
  expect([rgba.channels, ...rgba.size]).toEqual([4, 3, 2, 1]);
});

test('the stated frame is turned to LPS, the sform before the qform', async () => {
  const sform = {
    code: 1,
    rows: [
      [0, 0, 3, 10],
      [0.5, 0, 0, 20],
      [0, -0.75, 0, 30],
    ],
  };
  const quarter = Math.SQRT1_2;
  const qform = { code: 1, quaternion: [0, 0, quarter], offset: [1, 2, 3] };
  const both = await read(make({ sform, qform }));
  expect(both.orientation).toBe('AIR');
  expect(both.spacingMm).toEqual([0.5, 0.75, 3]);
  expect(pointAtIndex(both.grid!, [1, 1, 1])).toEqual([-13, -20.5, 29.25]);
  // A quarter turn about the head's axis: columns go to the front, rows to the right.
  const alone = await read(make({ qform, pixdim: [-1, 0.5, 0.75, 3] }));
  expect(alone.orientation).toBe('ALI');
  const place = pointAtIndex(alone.grid!, [2, 4, 1]);
  expect(place.map(mm => Number(mm.toFixed(5)))).toEqual([2, -3, 0]);
});

test('an sform that is stated and empty gives way to the qform', async () => {
  const sform = { code: 1, rows: [0, 1, 2].map(() => [0, 0, 0, 0]) };
  const qform = { code: 1, quaternion: [0, 0, 0], offset: [0, 0, 0] };
  expect(await read(make({ sform, qform }))).toMatchObject({ orientation: 'RAS', notes: [] });
});

test('what has no frame lies as ANALYZE did; missing spacing is said', async () => {
  const plain = await read(make());
  expect(plain.orientation).toBe('LAS');
  expect(plain.grid!.originMm).toEqual([-0.75, 0.75, -1.5]);
  const bare = await read(make({ pixdim: [0, 0, Number.NaN, 2] }));
  expect(bare.spacingMm).toEqual([1, 1, 2]);
  expect(bare.notes).toEqual(['spacing-assumed', 'orientation-assumed']);
});

test('metres and micrometres become millimetres; axes at other than right angles are said', async () => {
  const rows = [
    [1, 0, 0, 1],
    [0, 1, 0, 1],
    [0.5, 0, 1, 1],
  ];
  const metres = await read(make({ units: 1, sform: { code: 1, rows } }));
  expect(metres.spacingMm![1]).toBe(1000);
  expect(metres.notes).toEqual(['axes-sheared']);
  const micro = await read(make({ units: 3, sform: { code: 1, rows } }));
  expect(micro.spacingMm![1]).toBeCloseTo(0.001, 12);
});

test('a slope of nought is none; what is no number neither', async () => {
  const rescale = async (slope: number, intercept: number) =>
    (await read(make({ slope, intercept }))).rescale;
  expect(await rescale(0, 5)).toEqual({ slope: 1, intercept: 0 });
  expect(await rescale(Number.NaN, 5)).toEqual({ slope: 1, intercept: 0 });
  expect(await rescale(2, -1024)).toEqual({ slope: 2, intercept: -1024 });
  expect(await rescale(2, Number.NaN)).toEqual({ slope: 2, intercept: 0 });
  const shown = await read(make({ display: [-100, 300] }));
  expect(shown.window).toEqual({ center: 100, width: 400 });
});

test('of several volumes all are read, or the one that is asked for', async () => {
  const values = Int16Array.from({ length: 24 }, (_, at) => at);
  const file = make({ values, dims: [2, 2, 2, 3] });
  expect(await read(file)).toMatchObject({ size: [2, 2, 2], volumes: 3, values });
  for (const bytes of [file, gzipSync(file)]) {
    const second = await read(bytes, { nth: 1 });
    expect(second).toMatchObject({ volumes: 1, values: values.slice(8, 16) });
    expect(second.notes).toContain('one-of-several');
  }
  expect(await codeOf(file, { nth: 3 })).toBe('picture-part-missing');
});

test('extensions are passed over; what follows the values is said', async () => {
  expect((await read(make({ extension: 48 }))).values[1]).toBe(-600);
  const [long] = makeNifti();
  const more = Buffer.concat([long!, Buffer.alloc(9, 1)]);
  for (const bytes of [
    more,
    gzipSync(more),
    Buffer.concat([gzipSync(long!), Buffer.from('junk')]),
  ]) {
    const picture = await read(bytes);
    expect(picture.values[1]).toBe(-600);
    expect(picture.notes).toContain('bytes-after-the-end');
  }
  // Zeros behind a gzip are what a disk leaves there.
  const padded = await read(Buffer.concat([gzipSync(long!), Buffer.alloc(512)]));
  expect(padded.values[1]).toBe(-600);
});

test('what is cut anywhere is truncated or has no header', async () => {
  const file = make();
  const packed = gzipSync(file);
  for (let length = 0; length < file.length; length += 7)
    expect(await codeOf(file.subarray(0, length))).toBe('picture-truncated');
  for (let length = 0; length < packed.length; length += 3)
    expect(await codeOf(packed.subarray(0, length))).toBe('picture-truncated');
});

test('a damaged gzip is found by its checksum, also with junk behind it', async () => {
  const packed = gzipSync(make());
  packed[packed.length - 7]! ^= 1;
  expect(await codeOf(packed)).toBe('picture-unreadable');
  expect(await codeOf(Buffer.concat([packed, Buffer.from('junk')]))).toBe('picture-unreadable');
});

test('headers that lie are refused before memory is taken', async () => {
  expect(await codeOf(make({ dims: [30_000, 30_000, 30_000] }))).toBe('picture-too-large');
  expect(await codeOf(make({ version: 2, dims: [2 ** 50, 2 ** 50, 2] }))).toBe('picture-too-large');
  expect(await codeOf(make({ dims: [4, -3, 2] }))).toBe('picture-unreadable');
  expect(await codeOf(make({ dims: [4, 0, 2] }))).toBe('picture-unreadable');
  expect(await codeOf(make({ datatype: 32 }))).toBe('picture-unsupported');
  expect(await codeOf(make({ datatype: 1536 }))).toBe('picture-unsupported');
  expect(await codeOf(make({ datatype: 77 }))).toBe('picture-unreadable');
});

test('a bomb stops at what its header announces', async () => {
  const bomb = gzipSync(Buffer.concat([make(), Buffer.alloc(20_000_000)]));
  const before = process.memoryUsage().arrayBuffers;
  const picture = await read(bomb);
  expect(picture.notes).toContain('bytes-after-the-end');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 2 ** 20);
  // Values that begin far behind are on the way to them.
  expect(await codeOf(gzipSync(make({ extension: 5_000_000 })))).toBe('picture-too-large');
  const lying = make({ dims: [1000, 500] });
  expect(await codeOf(gzipSync(lying))).toBe('picture-truncated');
});

test('a pair is read by its header, from its own folder only', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-pair-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [header, values] = makeNifti({ isPair: true }) as [Buffer, Buffer];
  const place = path.join(folder, 'a.hdr');
  writeFileSync(place, header);
  const open = async () => {
    const source = await openFile(place);
    return readNifti(source, limits).finally(source.close);
  };
  await expect(open()).rejects.toMatchObject({ code: 'picture-side-file' });
  writeFileSync(path.join(folder, 'a.img.gz'), gzipSync(values));
  expect(await open()).toMatchObject({ size: [4, 3, 2], valueFiles: ['a.img.gz'] });
  writeFileSync(path.join(folder, 'a.img'), values);
  const picture = await open();
  expect([picture.values[1], ...picture.valueFiles]).toEqual([-600, 'a.img']);
  await expect(read(header)).rejects.toMatchObject({ code: 'picture-side-file' });
});
