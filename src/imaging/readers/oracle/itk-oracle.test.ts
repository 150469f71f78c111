import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { metaReadImageNode } from '@itk-wasm/image-io';
import { expect, onTestFinished, test } from 'vitest';
import { readPictureFile } from '../read-picture-file.ts';
import { bytesOf } from '../testing/bytes-of.ts';
import { makeMetaImage, metaFields } from '../testing/make-meta-image.ts';
import type { StoredValues } from '../value-type.ts';

const types: [string, (length: number) => StoredValues][] = [
  ['MET_CHAR', length => Int8Array.from({ length }, noise)],
  ['MET_UCHAR', length => Uint8Array.from({ length }, noise)],
  ['MET_SHORT', length => Int16Array.from({ length }, noise)],
  ['MET_USHORT', length => Uint16Array.from({ length }, noise)],
  ['MET_INT', length => Int32Array.from({ length }, noise)],
  ['MET_UINT', length => Uint32Array.from({ length }, noise)],
  ['MET_FLOAT', length => Float32Array.from({ length }, (_, at) => noise(_, at) / 7)],
  ['MET_DOUBLE', length => Float64Array.from({ length }, (_, at) => noise(_, at) / 7)],
];

/** The same every time, in every bit. */
function noise(_: unknown, at: number): number {
  return Math.imul(at + 1, 2_654_435_761) | 0;
}

type Shape = { dims: number[]; matrix: number[]; channels: number };
const shapes: Shape[] = [
  { dims: [5, 4, 3], matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1], channels: 1 },
  { dims: [3, 2, 4], matrix: [0, 1, 0, 0, 0, -1, -1, 0, 0], channels: 1 },
  { dims: [4, 3, 2], matrix: [0.8, 0.6, 0, -0.6, 0.8, 0, 0, 0, 1], channels: 1 },
  { dims: [6, 5], matrix: [0, 1, 1, 0], channels: 1 },
  { dims: [3, 3, 2], matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1], channels: 3 },
];

/** ITK's own reader, in the package that comes along. */
test('reads MetaImage as ITK does', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-itk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let count = 0;
  for (const [type, valuesOf] of types) {
    for (const [nth, { dims, matrix, channels }] of shapes.entries()) {
      const values = valuesOf(dims.reduce((all, dim) => all * dim, channels));
      const order = (count + nth) % 2 === 0 ? 'little' : 'big';
      const packing = (['plain', 'packed', 'apart'] as const)[count % 3]!;
      const bytes = bytesOf(values, order);
      const packed = packing === 'packed' ? deflateSync(bytes) : bytes;
      const name = `${count++}`;
      const fields = metaFields({
        ...{ NDims: dims.length, DimSize: dims.join(' '), ElementType: type },
        ...{ TransformMatrix: matrix.join(' '), ElementNumberOfChannels: channels },
        ElementSpacing: dims.map((_, at) => 0.5 + at * 0.25).join(' '),
        Offset: dims.map((_, at) => -20.5 + at * 13).join(' '),
        BinaryDataByteOrderMSB: order === 'big' ? 'True' : 'False',
        CompressedData: packing === 'packed' ? 'True' : 'False',
        ...(packing === 'packed' ? { CompressedDataSize: packed.length } : {}),
        ElementDataFile: packing === 'apart' ? `${name}.raw` : 'LOCAL',
      });
      const file = path.join(folder, packing === 'apart' ? `${name}.mhd` : `${name}.mha`);
      writeFileSync(file, makeMetaImage(fields, packing === 'apart' ? undefined : packed));
      if (packing === 'apart') writeFileSync(path.join(folder, `${name}.raw`), bytes);
      const { image } = await metaReadImageNode(file);
      const ours = await readPictureFile(file);
      const flat = dims.length;
      expect([file, ours.values]).toEqual([file, values]);
      expect(Buffer.from(bytesOf(image.data as StoredValues))).toEqual(bytesOf(values));
      expect(image.size).toEqual([...ours.size].slice(0, flat));
      expect(image.spacing).toEqual([...ours.grid!.spacingMm].slice(0, flat));
      expect(image.origin).toEqual([...ours.grid!.originMm].slice(0, flat));
      const directions = [...ours.grid!.directions].slice(0, flat).map(axis => axis.slice(0, flat));
      const theirs = Array.from({ length: flat }, (_, axis) =>
        Array.from(
          { length: flat },
          (_, to) => (image.direction as Float64Array)[to * flat + axis],
        ),
      );
      for (const [at, number] of directions.flat().entries())
        expect(number).toBeCloseTo(theirs.flat()[at]!, 9);
    }
  }
  expect(count).toBe(40);
});
