import { createUnzip } from 'node:zlib';
import { inflateBeforeJunk } from './inflate-before-junk.ts';
import { tooLarge, truncated, unreadable } from './read-errors.ts';
import { type Compressed, type Inflated, runInflater } from './run-inflater.ts';

/** zlib counts the room that it has in 32 bits. */
const mostBytes = 2 ** 32 - 2 ** 20;

/** Deflate makes no more than this of a byte. */
const mostPerByte = 1032;

/**
 * The first bytes of a gzip or zlib stream: as many as are wanted, or a truncated file. A stream
 * that would make more is left there.
 */
export async function inflateUpTo(compressed: Compressed, wantedBytes: number): Promise<Inflated> {
  if (wantedBytes > mostBytes) throw tooLarge(mostBytes);
  if (compressed.size * mostPerByte < wantedBytes) throw truncated();
  const found = await runInflater(createUnzip, compressed.pieces(), wantedBytes).catch(error => {
    if (error.code === 'Z_BUF_ERROR') throw truncated();
    if (!error.code?.startsWith('Z_')) throw error;
    return inflateBeforeJunk(compressed, wantedBytes);
  });
  if (!found) throw unreadable('its compressed values do not fit their checksum');
  if (found.bytes.length < wantedBytes) throw truncated();
  return found;
}
