import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Grid } from '../../contracts/imaging/index.ts';
import type { Values, Volume } from '../volume/volume.ts';

const headerBytes = 352;
const compress = promisify(gzip);

const codes: Record<string, number> = {
  Uint8Array: 2,
  Int16Array: 4,
  Int32Array: 8,
  Float32Array: 16,
  Float64Array: 64,
  Int8Array: 256,
  Uint16Array: 512,
  Uint32Array: 768,
};

/** A NIfTI-1 file whose sform and qform both say where it lies. */
export function encodeNifti({
  grid,
  values,
  rescale,
}: Pick<Volume, 'grid' | 'values' | 'rescale'>): Buffer {
  const file = Buffer.alloc(headerBytes + values.byteLength);
  file.writeInt32LE(348, 0);
  [3, ...grid.size, 1, 1, 1, 1].forEach((count, at) => {
    file.writeInt16LE(count, 40 + 2 * at);
  });
  file.writeInt16LE(codes[nameOf(values)]!, 70);
  file.writeInt16LE(values.BYTES_PER_ELEMENT * 8, 72);
  const rows = turnToRas(grid);
  const { quaternion, handed } = quaternionOf(grid);
  [handed, ...grid.spacingMm].forEach((value, at) => {
    file.writeFloatLE(value, 76 + 4 * at);
  });
  file.writeFloatLE(headerBytes, 108);
  file.writeFloatLE(rescale.slope, 112);
  file.writeFloatLE(rescale.intercept, 116);
  // Millimetres and seconds.
  file.writeUInt8(2 | 8, 123);
  file.writeInt16LE(1, 252);
  file.writeInt16LE(1, 254);
  [...quaternion, ...rows.map(row => row[3]!), ...rows.flat()].forEach((value, at) => {
    file.writeFloatLE(value, 256 + 4 * at);
  });
  file.write('n+1\0', 344, 'latin1');
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).copy(file, headerBytes);
  return file;
}

export async function encodeNiftiGz(
  volume: Pick<Volume, 'grid' | 'values' | 'rescale'>,
): Promise<Buffer> {
  return compress(encodeNifti(volume), { level: 3 });
}

function nameOf(values: Values): string {
  return Object.prototype.toString.call(values).slice(8, -1);
}

/** From voxel to millimetres with x to the right and y to the front, as NIfTI has it. */
function turnToRas({ directions, spacingMm, originMm }: Grid): number[][] {
  return [-1, -1, 1].map((sign, axis) => [
    ...directions.map((direction, column) => sign * direction[axis]! * spacingMm[column]!),
    sign * originMm[axis]!,
  ]);
}

/** The rotation as a quaternion without its real part; `handed` is -1 where the third axis has to
 *  be turned round for it to be a rotation. */
function quaternionOf({ directions }: Grid): { quaternion: number[]; handed: 1 | -1 } {
  const m = [-1, -1, 1].map((sign, axis) => directions.map(direction => sign * direction[axis]!));
  const at = (row: number, column: number) => m[row]![column]!;
  const handed = determinant(m) < 0 ? -1 : 1;
  for (const row of m) row[2]! *= handed;
  const trace = at(0, 0) + at(1, 1) + at(2, 2);
  if (trace > -0.999) {
    const real = Math.sqrt(1 + trace) / 2;
    return {
      handed,
      quaternion: [at(2, 1) - at(1, 2), at(0, 2) - at(2, 0), at(1, 0) - at(0, 1)].map(
        value => value / (4 * real),
      ),
    };
  }
  // Half a turn: the real part is nought, and the squares stand on the diagonal.
  const size = [0, 1, 2].map(axis => Math.sqrt(Math.max(0, (1 + at(axis, axis)) / 2)));
  const largest = size.indexOf(Math.max(...size));
  return {
    handed,
    quaternion: size.map((value, axis) =>
      axis !== largest && at(axis, largest) < 0 ? -value : value,
    ),
  };
}

function determinant(m: number[][]): number {
  const [a, b, c] = m as [number[], number[], number[]];
  return (
    a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
    a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
    a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!)
  );
}
