import { pixelsUnreadable } from '../../dicom-errors.ts';

/** For every next sixteen bits: the code's length in the upper byte, its symbol in the lower. 0
 *  where no code begins like that. */
export type HuffmanTable = Uint16Array;

/** The tables of a DHT segment, by class (0 DC or lossless, 1 AC) and number. */
export function readHuffmanTables(body: Uint8Array, into: Map<number, HuffmanTable>): void {
  let at = 0;
  while (at + 17 <= body.length) {
    const place = body[at]!;
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = body.subarray(at + 17, at + 17 + total);
    if (symbols.length < total) throw pixelsUnreadable();
    into.set(place, buildTable(counts, symbols));
    at += 17 + total;
  }
}

function buildTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const table = new Uint16Array(65_536);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    for (let taken = 0; taken < counts[length - 1]!; taken++) {
      const start = code << (16 - length);
      const end = (code + 1) << (16 - length);
      if (end > 65_536) throw pixelsUnreadable();
      table.fill((length << 8) | symbols[next++]!, start, end);
      code++;
    }
    code <<= 1;
  }
  return table;
}
