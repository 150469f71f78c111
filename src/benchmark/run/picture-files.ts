import { hash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { embeddedPrefix, startsPicture } from '../items/embedded-picture.ts';

export type PictureFiles = {
  /** The hashes of an item's pictures, in their order. */
  hashesOf(images: readonly string[]): Promise<string[]>;
  read(sha256: string): Promise<Buffer>;
};

/** Where a run's pictures lie: beside the benchmark, or in the run's own folder those that stood
 *  in the benchmark's file. */
export type PictureFolders = { benchmark: string; run: string };

export function pictureFile({ benchmark, run }: PictureFolders, image: string): string {
  return image.startsWith(embeddedPrefix)
    ? path.join(run, image.slice(embeddedPrefix.length))
    : path.resolve(benchmark, image);
}

/** What was read to be named by its hash is mostly sent next: up to so much of it is kept. */
const mostKeptBytes = 32 * 1024 * 1024;

/** The pictures of a benchmark, as files. They are held by hash, and read when they are sent. */
export function pictureFiles(folders: PictureFolders): PictureFiles {
  const fileOf = new Map<string, string>();
  const hashes = new Map<string, Promise<string>>();
  const kept = new Map<string, Buffer>();
  let keptBytes = 0;
  const take = (sha256: string) => {
    const bytes = kept.get(sha256);
    kept.delete(sha256);
    keptBytes -= bytes?.length ?? 0;
    return bytes;
  };
  const hashOf = async (image: string) => {
    const file = pictureFile(folders, image);
    const bytes = await readPicture(file);
    const sha256 = hash('sha256', bytes, 'hex');
    fileOf.set(sha256, file);
    if (keptBytes + bytes.length <= mostKeptBytes && !kept.has(sha256)) {
      kept.set(sha256, bytes);
      keptBytes += bytes.length;
    }
    return sha256;
  };
  return {
    hashesOf: images =>
      Promise.all(
        images.map(image => {
          const known = hashes.get(image) ?? hashOf(image);
          hashes.set(image, known);
          return known;
        }),
      ),
    async read(sha256) {
      const alreadyRead = take(sha256);
      if (alreadyRead) return alreadyRead;
      const file = fileOf.get(sha256)!;
      const bytes = await readPicture(file);
      if (hash('sha256', bytes, 'hex') === sha256) return bytes;
      throw new SpinemedError({
        code: 'picture-changed',
        mender: 'user',
        message: 'a picture of the benchmark changed while the benchmark ran',
        place: file,
        hint: 'Bring it back as it was, and run again: what is answered stays answered.',
      });
    },
  };
}

/** Told before anything is asked, and paid. */
export async function checkPictures(
  folders: PictureFolders,
  images: AsyncIterable<{ image: string; item: string }>,
): Promise<void> {
  const seen = new Set<string>();
  for await (const { image, item } of images) {
    if (seen.has(image)) continue;
    seen.add(image);
    const file = pictureFile(folders, image);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) throw missing(file, item);
    if (!startsPicture(await firstBytes(file))) throw noPicture(file, item);
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(12), 0, 12, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function noPicture(file: string, item: string): SpinemedError {
  return new SpinemedError({
    code: 'picture-unreadable',
    mender: 'user',
    message: `a picture of the benchmark (item ${item}) is no picture that models take`,
    place: file,
    hint: 'PNG, JPEG, WebP and GIF are; convert others.',
  });
}

async function readPicture(file: string): Promise<Buffer> {
  return readFile(file).catch(() => {
    throw missing(file, undefined);
  });
}

function missing(file: string, item: string | undefined): SpinemedError {
  return new SpinemedError({
    code: 'picture-missing',
    mender: 'user',
    message: `a picture of the benchmark${item === undefined ? '' : ` (item ${item})`} is not there`,
    place: file,
    hint: 'Paths of pictures begin at the folder of the benchmark file.',
  });
}
