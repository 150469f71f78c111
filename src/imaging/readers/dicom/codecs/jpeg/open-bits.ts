import { pixelsUnreadable } from '../../dicom-errors.ts';
import type { HuffmanTable } from './huffman-table.ts';

export type Bits = {
  read(count: number): number;
  /** A number of so many bits, where the lower half stands for the negative ones. */
  readSigned(count: number): number;
  decode(table: HuffmanTable): number;
  /** To behind the next restart marker. */
  restart(): void;
  /** Throws where more was read than there was. */
  finish(): void;
  /** Of the next marker. */
  markerAt(): number;
};

/** The bits of a scan. Behind its end there are zeros, so that a loop over pixels needs no checks
 *  of its own; `finish` tells afterwards. */
export function openBits(bytes: Uint8Array, start: number): Bits {
  let at = start;
  let buffer = 0;
  let held = 0;
  let invented = 0;

  function fill(): void {
    while (held <= 24) {
      let byte = at < bytes.length ? bytes[at]! : 0xff;
      if (byte === 0xff) {
        if (bytes[at + 1] === 0) at += 2;
        else {
          byte = 0;
          invented += 8;
        }
      } else at++;
      buffer = (buffer << 8) | byte;
      held += 8;
    }
  }

  function read(count: number): number {
    if (count === 0) return 0;
    if (held < count) fill();
    held -= count;
    return (buffer >>> held) & ((1 << count) - 1);
  }

  function readSigned(count: number): number {
    if (count === 0) return 0;
    const value = read(count);
    return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }

  function decode(table: HuffmanTable): number {
    if (held < 16) fill();
    const entry = table[(buffer >>> (held - 16)) & 0xffff]!;
    if (entry === 0) throw pixelsUnreadable();
    held -= entry >> 8;
    return entry & 0xff;
  }

  function finish(): void {
    if (held < invented) throw pixelsUnreadable();
  }

  function restart(): void {
    finish();
    const marker = bytes[markerAt() + 1];
    if (marker === undefined || marker < 0xd0 || marker > 0xd7) throw pixelsUnreadable();
    at += 2;
    held = 0;
    invented = 0;
  }

  function markerAt(): number {
    while (at + 1 < bytes.length) {
      if (bytes[at] === 0xff && bytes[at + 1] !== 0 && bytes[at + 1] !== 0xff) break;
      at++;
    }
    return at;
  }

  return { read, readSigned, decode, restart, finish, markerAt };
}
