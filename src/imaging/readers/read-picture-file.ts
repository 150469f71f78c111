import path from 'node:path';
import { makeWorkerPool, startConfinedWorker } from '../../processes/index.ts';
import type { PictureDescription } from '../inspect/describe-picture.ts';
import { type ReaderAnswer, type ReaderRequest, understandReader } from './protocol.ts';
import { overMemory, readerCrashed, timedOut } from './read-errors.ts';
import type { StoredPicture } from './stored-picture.ts';

export type ReadFileOptions = {
  /** Of the values, and of what is inflated on the way to them. */
  maxBytes?: number;
  /** Only this volume, or this frame of DICOM, from 0; all of them unless given. */
  nth?: number;
  timeoutMs?: number;
  /** Of the process that reads, itself included (about 80 MiB). */
  memoryMiB?: number;
  signal?: AbortSignal;
};

const usual = { maxBytes: 2 ** 31, timeoutMs: 120_000, memoryMiB: 4608 };

/** A core each, and what they read in memory. */
const mostReaders = 2;

const withReader = makeWorkerPool(
  () =>
    startConfinedWorker<ReaderRequest, ReaderAnswer>({
      script: path.join(import.meta.dirname, 'child', 'main.ts'),
      allow: ['--allow-addons'],
      understand: understandReader,
      overMemory,
      timedOut,
      crashed: readerCrashed,
    }),
  mostReaders,
);

/** A stranger's picture file of any known format, told by its bytes and read in a process that is
 *  ended when it takes too long or too much. */
export async function readPictureFile(
  file: string | Uint8Array,
  options: ReadFileOptions = {},
): Promise<StoredPicture> {
  const answer = await ask('read', file, options);
  if (answer.type !== 'read') throw readerCrashed();
  return answer.picture;
}

/** What it holds, without its values coming here. */
export async function describePictureFile(
  file: string | Uint8Array,
  options: ReadFileOptions = {},
): Promise<PictureDescription> {
  const answer = await ask('describe', file, options);
  if (answer.type !== 'described') throw readerCrashed();
  return answer.description;
}

function ask(task: ReaderRequest['task'], file: string | Uint8Array, options: ReadFileOptions) {
  const { maxBytes = usual.maxBytes, nth } = options;
  const { timeoutMs = usual.timeoutMs, memoryMiB = usual.memoryMiB } = options;
  const signal = options.signal ?? new AbortController().signal;
  const request = { task, file, maxBytes, nth };
  return withReader(signal, reader => reader.ask(request, { timeoutMs, memoryMiB, signal }));
}
