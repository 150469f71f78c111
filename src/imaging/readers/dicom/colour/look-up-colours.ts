import type { Values } from '../../../volume/volume.ts';
import type { LookupTable } from '../header/header-schema.ts';
import type { RgbPixels } from './rgb-pixels.ts';

/** Values as places in three tables. Those before and behind a table are its first and last. */
export function lookUpColours(
  values: Values,
  tables: readonly [LookupTable, LookupTable, LookupTable],
): RgbPixels {
  const bits = Math.max(...tables.map(table => table.bits));
  const length = values.length * 3;
  const rgb = bits <= 8 ? new Uint8Array(length) : new Uint16Array(length);
  for (const [colour, { first, entries }] of tables.entries()) {
    const last = entries.length - 1;
    for (let at = 0; at < values.length; at++) {
      rgb[at * 3 + colour] = entries[Math.min(last, Math.max(0, values[at]! - first))]!;
    }
  }
  return { values: rgb, bits };
}
