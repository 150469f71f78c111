import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Volume } from '../volume/volume.ts';

const compress = promisify(deflate);

const types: Record<string, string> = {
  Int8Array: 'MET_CHAR',
  Uint8Array: 'MET_UCHAR',
  Int16Array: 'MET_SHORT',
  Uint16Array: 'MET_USHORT',
  Int32Array: 'MET_INT',
  Uint32Array: 'MET_UINT',
  Float32Array: 'MET_FLOAT',
  Float64Array: 'MET_DOUBLE',
};

/** A .mha file: header and compressed values in one. */
export async function encodeMetaImage({
  grid,
  values,
}: Pick<Volume, 'grid' | 'values'>): Promise<Buffer> {
  const name = Object.prototype.toString.call(values).slice(8, -1);
  const data = await compress(Buffer.from(values.buffer, values.byteOffset, values.byteLength), {
    level: 3,
  });
  const header = {
    ObjectType: 'Image',
    NDims: 3,
    BinaryData: 'True',
    BinaryDataByteOrderMSB: 'False',
    CompressedData: 'True',
    CompressedDataSize: data.length,
    TransformMatrix: grid.directions.flat().join(' '),
    Offset: grid.originMm.join(' '),
    CenterOfRotation: '0 0 0',
    ElementSpacing: grid.spacingMm.join(' '),
    DimSize: grid.size.join(' '),
    ElementType: types[name],
    ElementDataFile: 'LOCAL',
  };
  const lines = Object.entries(header).map(([key, value]) => `${key} = ${value}\n`);
  return Buffer.concat([Buffer.from(lines.join(''), 'latin1'), data]);
}
