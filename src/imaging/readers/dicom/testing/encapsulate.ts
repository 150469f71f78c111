/** Frames as fragments, each frame cut into as many pieces as are given of it. */
export function encapsulate(
  frames: readonly (readonly Uint8Array[])[],
  { withOffsets = false, withEnd = true } = {},
): Buffer {
  const padded = frames.map(pieces => pieces.map(padToEven));
  const lengths = padded.map(pieces => pieces.reduce((sum, { length }) => sum + 8 + length, 0));
  const table = Buffer.alloc(withOffsets ? frames.length * 4 : 0);
  if (withOffsets) {
    let offset = 0;
    for (const [index, length] of lengths.entries()) {
      table.writeUInt32LE(offset, index * 4);
      offset += length;
    }
  }
  const items = padded.flat().map(piece => Buffer.concat([itemHead(0xe000, piece.length), piece]));
  const end = withEnd ? [itemHead(0xe0dd, 0)] : [];
  return Buffer.concat([itemHead(0xe000, table.length), table, ...items, ...end]);
}

/** Where each frame begins, as the extended table has it. */
export function extendedOffsets(frames: readonly (readonly Uint8Array[])[]): Buffer {
  const table = Buffer.alloc(frames.length * 8);
  let offset = 0;
  for (const [index, pieces] of frames.entries()) {
    table.writeBigUInt64LE(BigInt(offset), index * 8);
    offset += pieces.reduce((sum, piece) => sum + 8 + padToEven(piece).length, 0);
  }
  return table;
}

function itemHead(element: number, length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(0xfffe, 0);
  bytes.writeUInt16LE(element, 2);
  bytes.writeUInt32LE(length, 4);
  return bytes;
}

function padToEven(bytes: Uint8Array): Uint8Array {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.of(0)]);
}
