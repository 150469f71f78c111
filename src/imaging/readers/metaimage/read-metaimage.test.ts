import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { pointAtIndex } from '../../geometry/index.ts';
import { fromBytes, openFile } from '../byte-source.ts';
import type { ReadOptions } from '../stored-picture.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { makeMetaImage, metaFields } from '../testing/make-meta-image.ts';
import { readMetaImage } from './read-metaimage.ts';

const limits = { maxBytes: 2 ** 20 };
const values = Int16Array.from({ length: 24 }, (_, at) => at * 100 - 700);
const read = (bytes: Uint8Array, options: Partial<ReadOptions> = {}) =>
  readMetaImage(fromBytes(bytes), { ...limits, ...options });
const make = (more: Record<string, string | number> = {}, content: Uint8Array = bytesOf(values)) =>
  makeMetaImage(metaFields(more), content);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'read',
    error => error.code,
  );

test('values come as they are stored in every type, order and packing', async () => {
  const all = [
    ['MET_CHAR', Int8Array.of(-128, 127)],
    ['MET_UCHAR', Uint8Array.of(0, 255)],
    ['MET_SHORT', Int16Array.of(-32768, 32767)],
    ['MET_USHORT', Uint16Array.of(0, 65535)],
    ['MET_INT', Int32Array.of(-(2 ** 31), 2 ** 31 - 1)],
    ['MET_UINT', Uint32Array.of(0, 2 ** 32 - 1)],
    ['MET_LONG', Int32Array.of(-5, 5)],
    ['MET_ULONG', Uint32Array.of(0, 5)],
    ['MET_LONG_LONG', BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n)],
    ['MET_ULONG_LONG', BigUint64Array.of(0n, 2n ** 64n - 1n)],
    ['MET_FLOAT', Float32Array.of(-0.1, 1e30)],
    ['MET_DOUBLE', Float64Array.of(-0.1, 1e300)],
  ] as const;
  for (const [ElementType, stored] of all) {
    const shape = {
      ElementType,
      NDims: 1,
      DimSize: 2,
      TransformMatrix: 1,
      Offset: 0,
      ElementSpacing: 1,
    };
    for (const order of ['little', 'big'] as const) {
      const bytes = bytesOf(stored, order);
      const fields = { ...shape, BinaryDataByteOrderMSB: order === 'big' ? 'True' : 'False' };
      const packed = deflateSync(bytes);
      const size = { CompressedData: 'True', CompressedDataSize: packed.length };
      expect((await read(make(fields, bytes))).values).toEqual(stored);
      expect((await read(make({ ...fields, ...size }, packed))).values).toEqual(stored);
    }
    const text = Buffer.from([...stored].map(String).join(' '));
    expect((await read(make({ ...shape, BinaryData: 'False' }, text))).values).toEqual(stored);
  }
});

test('a row of the matrix is the direction of an axis; a centre of rotation moves nothing', async () => {
  const picture = await read(
    make({
      TransformMatrix: '0 1 0 0 0 -1 -1 0 0',
      Offset: '10 20 30',
      CenterOfRotation: '5 5 5',
      AnatomicalOrientation: 'ASL',
    }),
  );
  expect(picture).toMatchObject({
    size: [4, 3, 2],
    spacingMm: [0.5, 0.75, 3],
    orientation: 'PIR',
    notes: [],
  });
  expect(pointAtIndex(picture.grid!, [1, 1, 1])).toEqual([7, 20.5, 29.25]);
});

test('what it says twice in different ways, or not at all, is said', async () => {
  expect((await read(make({ AnatomicalOrientation: 'LPS' }))).notes).toEqual([
    'orientation-contradicts',
  ]);
  const { TransformMatrix, ElementSpacing, ...bare } = metaFields();
  expect((await read(makeMetaImage(bare, bytesOf(values)))).notes).toEqual([
    'orientation-assumed',
    'spacing-assumed',
  ]);
});

test('other names for the same, other spaces, other line ends', async () => {
  const text = [
    'Comment: made by hand\r',
    'ObjectType= Image\r',
    'NDims =2\r',
    'DimSize = 2   2\r',
    'ElementSize = 0.3 0.4\r',
    'Position = 1 2\r',
    'Orientation = 0 1 1 0\r',
    'ElementByteOrderMSB = False\r',
    'ElementNumberOfChannels = 3\r',
    'Modality = MET_MOD_MR\r',
    'ElementType = MET_UCHAR_ARRAY\r',
    'ElementDataFile = Local\r\n',
  ].join('\n');
  const content = Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  const picture = await read(Buffer.concat([Buffer.from(text), content]));
  expect(picture).toMatchObject({
    ...{ size: [2, 2, 1], channels: 3, modality: 'MR', spacingMm: [0.3, 0.4, 1] },
    ...{ orientation: 'PLS', values: new Uint8Array(content) },
    grid: { originMm: [1, 2, 0] },
  });
});

test('a fourth dimension is several volumes, of which one can be asked for', async () => {
  const fields = {
    ...{ NDims: 4, DimSize: '2 2 2 3', ElementSpacing: '1 1 1 1', Offset: '0 0 0 0' },
    TransformMatrix: '1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1',
  };
  const packed = deflateSync(bytesOf(values));
  for (const file of [make(fields), make({ ...fields, CompressedData: 'True' }, packed)]) {
    expect(await read(file)).toMatchObject({ size: [2, 2, 2], volumes: 3, values });
    const second = await read(file, { nth: 1 });
    expect(second).toMatchObject({ volumes: 1, values: values.slice(8, 16) });
  }
});

test('a header size says where values begin; -1 that they are last', async () => {
  const content = Buffer.concat([Buffer.alloc(5, 9), bytesOf(values)]);
  expect((await read(make({ HeaderSize: -1 }, content))).values).toEqual(values);
  const start = make({ HeaderSize: 1000 }, Buffer.alloc(0));
  const padded = Buffer.concat([start, Buffer.alloc(1000 - start.length), bytesOf(values)]);
  expect((await read(padded)).values).toEqual(values);
});

function folderOf(files: Record<string, Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-meta-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

async function readIn(folder: string, ElementDataFile: string, list = '') {
  const file = path.join(folder, 'a.mhd');
  writeFileSync(file, makeMetaImage(metaFields({ ElementDataFile }), Buffer.from(list)));
  const source = await openFile(file);
  return readMetaImage(source, limits).finally(source.close);
}

test('values in other files of the folder: one, a list, a numbered row', async () => {
  const bytes = bytesOf(values);
  const folder = folderOf({
    'a.raw': bytes,
    'parts/s1.raw': bytes.subarray(0, 24),
    'parts/s2.raw': bytes.subarray(24),
    's 001.raw': bytes.subarray(0, 24),
  });
  expect(await readIn(folder, 'a.raw')).toMatchObject({ values, valueFiles: ['a.raw'] });
  const listed = await readIn(folder, 'LIST', 'parts/s1.raw\nparts/s2.raw\n');
  expect(listed).toMatchObject({ values, valueFiles: ['parts/s1.raw', 'parts/s2.raw'] });
  expect(await readIn(folder, 'parts/s%d.raw 1 2 1')).toMatchObject({ values });
  expect(await readIn(folder, 'parts/s%d.raw 1 2')).toMatchObject({ values });
  expect(await codeOf(readIn(folder, 'parts/s%02d.raw 1 2 1'))).toBe('picture-side-file');
  expect(await codeOf(readIn(folder, 'LIST', 'parts/s1.raw\n'))).toBe('picture-truncated');
});

test('nothing outside its folder is read, whatever it is called', async () => {
  const folder = folderOf({ 'in/b.raw': bytesOf(values), 'secret.raw': bytesOf(values) });
  const inside = path.join(folder, 'in');
  symlinkSync(path.join(folder, 'secret.raw'), path.join(inside, 'link.raw'));
  const names = [
    '../secret.raw',
    'sub/../../secret.raw',
    'sub/../b.raw',
    '..\\secret.raw',
    path.join(folder, 'secret.raw'),
    'C:\\secret.raw',
    'file:///etc/passwd',
    'http://127.0.0.1/secret.raw',
    'link.raw',
    '.',
    'gone.raw',
  ];
  for (const name of names) {
    const code = await codeOf(readIn(inside, name));
    expect([name, code]).toEqual([name, 'picture-side-file']);
  }
  expect(await codeOf(readIn(inside, 'b.raw'))).toBe('read');
  expect(await codeOf(read(make({ ElementDataFile: 'b.raw' })))).toBe('picture-side-file');
});

test('a header is not the file of its own values, by whatever name', async () => {
  const folder = folderOf({ 'a.mhd': new Uint8Array(), 'b.raw': bytesOf(values).subarray(0, 24) });
  symlinkSync('a.mhd', path.join(folder, 'soft.raw'));
  linkSync(path.join(folder, 'a.mhd'), path.join(folder, 'hard.raw'));
  const asItself = /names itself/;
  for (const name of ['a.mhd', './a.mhd', 'soft.raw', 'hard.raw'])
    await expect(readIn(folder, name)).rejects.toThrow(asItself);
  await expect(readIn(folder, 'LIST', 'b.raw\na.mhd\n')).rejects.toThrow(asItself);
});

test('headers that lie and files that are cut are told apart', async () => {
  const cases: [Record<string, string | number>, string][] = [
    [{ DimSize: '4 3' }, 'picture-unreadable'],
    [{ DimSize: '4 3 0' }, 'picture-unreadable'],
    [{ DimSize: '4 3 many' }, 'picture-unreadable'],
    [{ DimSize: '90000 90000 90000' }, 'picture-too-large'],
    [{ DimSize: '4 3 3' }, 'picture-truncated'],
    [{ NDims: 99 }, 'picture-unreadable'],
    [{ ElementType: 'MET_STRING' }, 'picture-unsupported'],
    [{ ElementType: 'SHORT' }, 'picture-unreadable'],
    [{ ElementNumberOfChannels: -1 }, 'picture-unreadable'],
    [{ TransformMatrix: '1 0 0' }, 'picture-unreadable'],
    [{ TransformMatrix: '0 0 0 0 0 0 0 0 0' }, 'picture-unreadable'],
    [{ CompressedData: 'True' }, 'picture-unreadable'],
    [{ BinaryData: 'False' }, 'picture-unreadable'],
    [{ ObjectType: 'Mesh' }, 'picture-unsupported'],
  ];
  for (const [more, code] of cases)
    expect([more, await codeOf(read(make(more)))]).toEqual([more, code]);
  const packed = deflateSync(bytesOf(values));
  const whole = make({ CompressedData: 'True' }, packed);
  expect(await codeOf(read(whole.subarray(0, -9)))).toBe('picture-truncated');
  const bomb = make({ CompressedData: 'True' }, deflateSync(Buffer.alloc(40_000_000)));
  expect((await read(bomb)).notes).toContain('bytes-after-the-end');
});
