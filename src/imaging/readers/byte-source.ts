import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  fileUnreadable,
  sideFileIsHeader,
  sideFileMissing,
  sideFileOutside,
  tooLarge,
} from './read-errors.ts';

/** A file, or bytes that stand for one. */
export type ByteSource = {
  size: number;
  name: string;
  /** Shorter where the file ends before. */
  read(start: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** From there to the end, some megabytes at a time. */
  pieces(start: number): AsyncIterable<Uint8Array>;
  /** Another file of its folder, or of a folder in it; whoever asks closes it. */
  beside(name: string): Promise<ByteSource>;
  close(): Promise<void>;
};

const pieceBytes = 4 * 2 ** 20;

export async function openFile(file: string): Promise<ByteSource> {
  const handle = await openRegular(file);
  const { size } = await handle.stat();
  return {
    size,
    name: path.basename(file),
    read: (start, length) => readAt(handle, start, Math.max(0, Math.min(length, size - start))),
    async *pieces(start) {
      for (let at = start; at < size; at += pieceBytes) {
        yield await readAt(handle, at, Math.min(pieceBytes, size - at));
      }
    },
    beside: name => openBeside(file, name),
    close: () => handle.close(),
  };
}

/** Opening a pipe would wait for somebody to write into it. */
async function openRegular(file: string): Promise<FileHandle> {
  try {
    if ((await stat(file)).isFile()) return await open(file, 'r');
  } catch {}
  throw fileUnreadable();
}

/** All of a file that is decoded as one piece. */
export async function readWhole(source: ByteSource, maxBytes: number): Promise<Uint8Array> {
  if (source.size > maxBytes) throw tooLarge(maxBytes);
  return source.read(0, source.size);
}

/** Bytes have no folder. */
export function fromBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    name: '',
    read: async (start, length) => {
      const part = bytes.subarray(start, start + length);
      return new Uint8Array(part.buffer as ArrayBuffer, part.byteOffset, part.length);
    },
    async *pieces(start) {
      for (let at = start; at < bytes.length; at += pieceBytes)
        yield bytes.subarray(at, at + pieceBytes);
    },
    beside: async () => {
      throw sideFileMissing();
    },
    close: async () => {},
  };
}

/** The system reads less than 2 GiB in one go. */
const mostAtOnce = 2 ** 30;

async function readAt(handle: FileHandle, start: number, length: number) {
  const bytes = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(
      bytes,
      filled,
      Math.min(length - filled, mostAtOnce),
      start + filled,
    );
    // It became shorter while it was read.
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Header and values often come from strangers: what they name must not lead out of the folder,
 *  by a link neither. */
async function openBeside(file: string, name: string): Promise<ByteSource> {
  if (/^([/\\]|[a-z][\w+.-]*:)/i.test(name) || name.includes('\0')) throw sideFileOutside();
  if (name.split(/[/\\]/).includes('..')) throw sideFileOutside();
  const folder = await realpath(path.dirname(file));
  const wanted = await realpath(path.join(folder, ...name.split(/[/\\]/))).catch(() => {
    throw sideFileMissing();
  });
  if (!wanted.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep))
    throw sideFileOutside();
  if (await isSameFile(file, wanted)) throw sideFileIsHeader();
  return openFile(wanted);
}

/** By whatever names: a link may be a hard one. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(place => stat(place, { bigint: true })));
  return a!.dev === b!.dev && a!.ino === b!.ino;
}
