import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { canonical } from '../../identity/index.ts';
import { type PictureFormat, pictureFormat } from '../picture-format.ts';
import { decodeText } from '../reading/decode-text.ts';
import { findPictures } from './find-pictures.ts';
import { picturesInSide } from './pictures-in-side.ts';
import { type Recognised, recogniseConverter } from './recognise-converter.ts';
import { resolvePicture } from './resolve-picture.ts';

type Kept = {
  path: string | null;
  from: { place: string } | { data: Buffer };
  format: PictureFormat;
  bytes: number;
  sha256: string;
};
type Lost = {
  reason: 'picture-missing' | 'picture-outside' | 'picture-elsewhere' | 'picture-unreadable';
};
export type FoundPicture = { src: string; line: number } & (Kept | Lost);
export type FoundDocument = Recognised & {
  text: string;
  /** Of the file as it is, in whichever encoding. */
  sha256: string;
  pictures: FoundPicture[];
};
export type NoDocument = {
  sha256?: string;
  reason: 'empty' | 'not-a-file' | 'unreadable' | 'not-text' | 'too-large';
};

const largestBytes = 64 * 2 ** 20;
const largestPictureBytes = 512 * 2 ** 20;

/** A Markdown file with the pictures that it names, each looked at once. */
export async function readDocument(place: string): Promise<FoundDocument | NoDocument> {
  const read = await readText(place);
  if ('reason' in read) return read;
  const { text, sha256 } = read;
  const named = new Map<string, number>();
  for (const { src, line } of findPictures(text)) if (!named.has(src)) named.set(src, line);
  const recognised = await recogniseConverter(place, [...named.keys()]);
  const pictures: FoundPicture[] = [];
  for (const [src, line] of named)
    pictures.push(await look(src, line, path.dirname(place), pictures.length));
  const paths = new Set(pictures.map(picture => 'path' in picture && picture.path));
  for (const src of picturesInSide(recognised.side)) {
    const picture = await look(src, 1, path.dirname(place), pictures.length);
    // The Markdown does not ask for it: that it is gone loses nothing.
    if (!('path' in picture) || paths.has(picture.path)) continue;
    paths.add(picture.path);
    pictures.push(picture);
  }
  return { ...recognised, text, sha256, pictures };
}

/** What tells this document from the same with another text, picture or side file. */
export function digestOf({ text, pictures, side }: FoundDocument): string {
  const parts = pictures.map(each =>
    'reason' in each ? each.reason : `${each.src} ${each.sha256}`,
  );
  const sides = side.map(({ name, bytes }) => `${name} ${hash('sha256', bytes)}`);
  return hash('sha256', canonical([hash('sha256', text), parts, sides]));
}

async function readText(place: string): Promise<{ text: string; sha256: string } | NoDocument> {
  try {
    // A link may lead out of the folder, whose licence and class do not hold there.
    const status = await lstat(place);
    if (!status.isFile()) return { reason: 'not-a-file' };
    if (status.size === 0) return { reason: 'empty' };
    if (status.size > largestBytes) return { reason: 'too-large' };
    const bytes = await readFile(place);
    const sha256 = hash('sha256', bytes);
    const decoded = decodeText(bytes);
    if (!decoded) return { reason: 'not-text', sha256 };
    return { text: decoded.text.replace(/^\ufeff/, '').toWellFormed(), sha256 };
  } catch {
    return { reason: 'unreadable' };
  }
}

async function look(
  src: string,
  line: number,
  folder: string,
  number: number,
): Promise<FoundPicture> {
  const resolved = await resolvePicture(src, folder);
  if ('reason' in resolved) return { src, line, reason: resolved.reason };
  if ('data' in resolved) {
    const { data } = resolved;
    const format = pictureFormat(data);
    if (!format) return { src, line, reason: 'picture-unreadable' };
    const sha256 = hash('sha256', data);
    const about = { src: `data:${number + 1}`, path: null, format, bytes: data.length, sha256 };
    return { line, ...about, from: resolved };
  }
  const file = await readPicture(resolved.place);
  if (!file) return { src, line, reason: 'picture-unreadable' };
  return { line, src, path: resolved.path, ...file, from: { place: resolved.place } };
}

async function readPicture(place: string) {
  try {
    if ((await lstat(place)).size > largestPictureBytes) return undefined;
    const digest = createHash('sha256');
    let format: PictureFormat | undefined;
    let bytes = 0;
    for await (const chunk of createReadStream(place, { highWaterMark: 1 << 18 })) {
      if (bytes === 0) format = pictureFormat(chunk);
      digest.update(chunk);
      bytes += chunk.length;
    }
    return format && { format, bytes, sha256: digest.digest('hex') };
  } catch {
    return undefined;
  }
}
