export type LosslessOptions = {
  columns: number;
  rows: number;
  samples: number;
  precision: number;
  predictor: number;
  shift?: number;
  /** In pixels; none unless given. */
  restartEvery?: number;
  /** A scan for each sample instead of one for all. */
  separate?: boolean;
};

/** Lossless JPEG, every difference in a Huffman code of five bits. Values are samples side by
 *  side; their lowest `shift` bits are lost. */
export function encodeLosslessJpeg(values: ArrayLike<number>, options: LosslessOptions): Buffer {
  const { columns, rows, samples, precision, predictor, shift = 0, restartEvery = 0 } = options;
  const ids = Array.from({ length: samples }, (_, index) => index);
  const scans = options.separate ? ids.map(id => [id]) : [ids];
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xc3, [
      precision,
      ...word(rows),
      ...word(columns),
      samples,
      ...ids.flatMap(id => [id, 0x11, 0]),
    ]),
    segment(0xc4, [0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...Array(17).keys()]),
    ...(restartEvery > 0 ? [segment(0xdd, word(restartEvery))] : []),
    ...scans.flatMap(scan => [
      segment(0xda, [scan.length, ...scan.flatMap(id => [id, 0]), predictor, 0, shift]),
      encodeScan(values, scan, options),
    ]),
    Buffer.of(0xff, 0xd9),
  ]);
}

function encodeScan(
  values: ArrayLike<number>,
  scan: readonly number[],
  { columns, rows, samples, precision, predictor, shift = 0, restartEvery = 0 }: LosslessOptions,
): Buffer {
  const at = (row: number, column: number, id: number) =>
    values[(row * columns + column) * samples + id]! >> shift;
  const bits: string[] = [];
  const parts: Buffer[] = [];
  let fresh = 0;
  for (let pixel = 0; pixel < rows * columns; pixel++) {
    if (restartEvery > 0 && pixel > 0 && pixel % restartEvery === 0) {
      parts.push(pack(bits.splice(0)), Buffer.of(0xff, 0xd0 + ((pixel / restartEvery - 1) % 8)));
      fresh = pixel;
    }
    const [row, column] = [Math.floor(pixel / columns), pixel % columns];
    for (const id of scan) {
      const difference = at(row, column, id) - guess(row, column, id);
      bits.push(code(((difference + 32_768) & 0xffff) - 32_768));
    }
  }
  return Buffer.concat([...parts, pack(bits)]);

  function guess(row: number, column: number, id: number): number {
    if (row === Math.floor(fresh / columns)) {
      return column === fresh % columns ? 1 << (precision - shift - 1) : at(row, column - 1, id);
    }
    if (column === 0) return at(row - 1, 0, id);
    const [left, above] = [at(row, column - 1, id), at(row - 1, column, id)];
    const corner = at(row - 1, column - 1, id);
    const guesses = [
      left,
      above,
      corner,
      left + above - corner,
      left + ((above - corner) >> 1),
      above + ((left - corner) >> 1),
      (left + above) >> 1,
    ];
    return guesses[predictor - 1]!;
  }
}

/** The number of bits in five of them, then the bits; −32768 is 16 with none. */
function code(difference: number): string {
  if (difference === -32_768) return '10000';
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const bits = difference < 0 ? difference + 2 ** size - 1 : difference;
  return size.toString(2).padStart(5, '0') + (size ? bits.toString(2).padStart(size, '0') : '');
}

function pack(codes: readonly string[]): Buffer {
  const bits = codes.join('');
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2);
    bytes.push(byte);
    if (byte === 0xff) bytes.push(0);
  }
  return Buffer.from(bytes);
}

const word = (number: number) => [number >> 8, number & 255];

function segment(marker: number, body: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, ...word(body.length + 2), ...body]);
}
