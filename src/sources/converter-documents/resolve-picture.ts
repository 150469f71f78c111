import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isWithin } from '../folder/read-source-file.ts';

export type ResolvedPicture =
  | { place: string; path: string }
  | { data: Buffer }
  | { reason: 'picture-outside' | 'picture-elsewhere' | 'picture-missing' };

/** Where a picture's file lies. Only inside the document's own folder is ever looked: a way up
 *  or from the root is refused before the disk is asked, a link that leads out after. */
export async function resolvePicture(src: string, folder: string): Promise<ResolvedPicture> {
  if (/^data:/i.test(src)) return readData(src);
  if (/^(https?|ftp):/i.test(src) || src.startsWith('//')) return { reason: 'picture-elsewhere' };
  let isRefused = false;
  for (const name of spellings(src)) {
    const way = name.replaceAll('\\', '/');
    if (/^([a-z][a-z0-9+.-]*:|\/|~)/i.test(way) || way.split('/').includes('..')) {
      isRefused = true;
      continue;
    }
    if (way.includes('\0')) continue;
    const place = path.join(folder, way);
    const status = await lstat(place).catch(() => undefined);
    if (!status) continue;
    if (status.isSymbolicLink() || !(await leadsInside(place, folder)))
      return { reason: 'picture-outside' };
    if (status.isFile()) return { place, path: path.posix.normalize(way) };
  }
  return { reason: isRefused ? 'picture-outside' : 'picture-missing' };
}

/** As written, and as an address would have it: `Figure%201.png`, `a.png?raw=true`. */
function spellings(src: string): string[] {
  const bare = src.replace(/[?#].*$/s, '');
  return [...new Set([src, decoded(src), bare, decoded(bare)])].filter(Boolean);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function leadsInside(place: string, folder: string): Promise<boolean> {
  try {
    return isWithin(await realpath(folder), await realpath(place));
  } catch {
    return false;
  }
}

function readData(src: string): ResolvedPicture {
  const [head = '', body = ''] = src.split(',', 2);
  if (!/;base64$/i.test(head)) return { reason: 'picture-missing' };
  const data = Buffer.from(body, 'base64');
  return data.length > 0 ? { data } : { reason: 'picture-missing' };
}
