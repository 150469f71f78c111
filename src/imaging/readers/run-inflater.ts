import { Readable } from 'node:stream';
import type { InflateRaw, Unzip, ZlibOptions } from 'node:zlib';

/** Opened anew each time. */
export type Compressed = { size: number; pieces(): AsyncIterable<Uint8Array> };
export type Inflated = {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether the stream holds nothing beyond them. */
  isWhole: boolean;
};

/** Room for the stream to end in after the last wanted byte, so that its checksum is looked at. */
const slackBytes = 65_536;

/** The memory that is wanted is taken once and filled in place: 0.04 s for 50 MB, against 0.1 s
 *  in pieces that are joined. */
export async function runInflater(
  create: (options: ZlibOptions) => Unzip | InflateRaw,
  compressed: AsyncIterable<Uint8Array>,
  wantedBytes: number,
): Promise<Inflated & { takenBytes: number }> {
  const source = Readable.from(compressed);
  const inflater = create({ chunkSize: wantedBytes + slackBytes });
  const parts: Buffer<ArrayBuffer>[] = [];
  let length = 0;
  let isWhole = true;
  const done = Promise.withResolvers<void>();
  // Events, for whoever awaits a stream's parts gets them joined, which copies them.
  inflater.on('data', (part: Buffer<ArrayBuffer>) => {
    parts.push(part);
    length += part.length;
    if (length < wantedBytes + slackBytes) return;
    isWhole = false;
    done.resolve();
  });
  inflater.once('end', done.resolve);
  inflater.once('error', done.reject);
  source.once('error', done.reject);
  source.pipe(inflater);
  try {
    await done.promise;
  } finally {
    source.destroy();
    inflater.destroy();
  }
  return { bytes: join(parts, length), isWhole, takenBytes: inflater.bytesWritten };
}

/** The parts of one chunk follow each other in memory. */
function join(parts: Buffer<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const [first] = parts;
  if (!first) return new Uint8Array(0);
  let end = first.byteOffset;
  for (const part of parts) {
    if (part.buffer !== first.buffer || part.byteOffset !== end) return Buffer.concat(parts);
    end += part.length;
  }
  return new Uint8Array(first.buffer, first.byteOffset, length);
}
