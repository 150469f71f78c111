import { randomBytes } from 'node:crypto';
import type { PictureBytes } from './provider.ts';

/** The provider packages would turn each picture into a string, that into a longer one, and all
 *  of them into a body: five times its size in memory for every request under way. They are
 *  given a short mark in its place, and the picture is written into the body on its way out. */
export type Carrier = {
  fetch: typeof fetch;
  /** Keeps the pictures of a request until it has left. */
  load(requestId: string, pictures: ReadonlyMap<string, PictureBytes>): void;
  unload(requestId: string): void;
  /** What stands for a picture until then. */
  markOf(sha256: string): string;
};

/** The header that names a request to the carrier, and to whoever receives it. */
export const requestIdHeader = 'x-spinemed-attempt';

/** Divisible by three, so that the base64 of one piece goes on where the last one ended. */
const pieceBytes = 48 * 1024;

export function carryPictures(send: typeof fetch): Carrier {
  // Nobody's text can hold it: it is drawn anew for every door.
  const secret = randomBytes(16).toString('hex');
  const marks = new RegExp(`${secret}([0-9a-f]{64})`, 'g');
  const loads = new Map<string, ReadonlyMap<string, PictureBytes>>();
  return {
    fetch(input, init) {
      const id = new Headers(init?.headers).get(requestIdHeader);
      const pictures = id ? loads.get(id) : undefined;
      if (!id || !pictures || typeof init?.body !== 'string') return send(input, init);
      const body = writeBody(init.body, marks, pictures);
      loads.delete(id);
      return send(input, { ...init, body });
    },
    load(requestId, pictures) {
      if (pictures.size > 0) loads.set(requestId, pictures);
    },
    unload: requestId => loads.delete(requestId),
    markOf: sha256 => `${secret}${sha256}`,
  };
}

/** The body with every mark replaced by the base64 of its picture. */
function writeBody(
  text: string,
  marks: RegExp,
  pictures: ReadonlyMap<string, PictureBytes>,
): Buffer<ArrayBuffer> {
  const parts: Array<string | Buffer> = [];
  let end = 0;
  for (const mark of text.matchAll(marks)) {
    parts.push(text.slice(end, mark.index), pictures.get(mark[1]!)!.bytes);
    end = mark.index + mark[0].length;
  }
  parts.push(text.slice(end));
  const sizes = parts.map(part =>
    typeof part === 'string' ? Buffer.byteLength(part) : Math.ceil(part.length / 3) * 4,
  );
  const body = Buffer.allocUnsafeSlow(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') at += body.write(part, at);
    else
      for (let start = 0; start < part.length; start += pieceBytes)
        at += body.write(part.toString('base64', start, start + pieceBytes), at, 'latin1');
  }
  return body;
}
