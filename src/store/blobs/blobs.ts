import type { Readable } from 'node:stream';

/** Files by the sha256 of what they hold (64 hex digits): the same bytes are kept once. */
export type Blobs = {
  put(bytes: Uint8Array): Promise<string>;
  /** A file of any size, in bounded memory. Fails with `file-unreadable` or `file-changed`
   *  where that lies with the file and not with the storage. */
  putFile(file: string): Promise<string>;
  /** The whole blob, its hash checked. */
  get(sha256: string): Promise<Buffer>;
  /** The blob as a stream, which fails at its end when the hash is wrong. */
  open(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  list(): AsyncIterable<string>;
  close(): void;
};
