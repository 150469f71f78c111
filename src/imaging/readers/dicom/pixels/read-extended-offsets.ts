import type { Dataset } from '../dataset/dataset.ts';
import { readBytes } from '../dataset/read-values.ts';

/** Offsets in 64 bits, for more pixels than 32 bits count; null where the file has none. */
export function readExtendedOffsets(dataset: Dataset): number[] | null {
  const table = readBytes(dataset, 0x7fe00001);
  if (!table?.length) return null;
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return Array.from({ length: table.length >> 3 }, (_, index) =>
    Number(view.getBigUint64(index * 8, true)),
  );
}
