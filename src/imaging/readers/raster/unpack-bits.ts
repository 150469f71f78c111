/** Samples of 1, 2 or 4 bits, the first in the highest bits and each row from a byte of its own,
 *  to a byte each. */
export function unpackBits(
  packed: Uint8Array,
  { columns, rows, bits }: { columns: number; rows: number; bits: number },
): Uint8Array {
  const rowBytes = Math.ceil((columns * bits) / 8);
  const most = (1 << bits) - 1;
  const out = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const bit = column * bits;
      const byte = packed[row * rowBytes + (bit >> 3)]!;
      out[row * columns + column] = (byte >> (8 - bits - (bit & 7))) & most;
    }
  }
  return out;
}
