import { Readable } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { AnswerTooLarge, boundAnswer } from './bound-answer.ts';

/** `fetch` would copy a body with pictures twice and wrap every answer in streams: asked for
 *  thousands of times, that is most of what asking costs. This takes what we post to models, and
 *  gives and throws what `fetch` would. */
export async function postBody(
  url: string,
  init: RequestInit & { body: string | Uint8Array },
  { dispatcher, mostBytes }: { dispatcher: Dispatcher; mostBytes: number },
): Promise<Response> {
  const { signal } = init;
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: [...new Headers(init.headers)].flat(),
      body: init.body,
      dispatcher,
      ...(signal ? { signal } : {}),
    });
    const { statusCode: status } = answer;
    const headers = new Headers(answer.headers as Record<string, string>);
    const body = unpacked(answer.body, headers);
    if (headers.get('content-type')?.startsWith('text/event-stream'))
      return boundAnswer(new Response(webStream(body), { status, headers }), mostBytes);
    const bytes = await collect(body, mostBytes);
    return new Response(withoutBody.has(status) ? null : bytes, { status, headers });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new TypeError('fetch failed', { cause: error });
  }
}

const withoutBody = new Set([204, 205, 304]);

const unpackers: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** We ask for nothing packed; what comes packed all the same is unpacked. */
function unpacked(body: Readable, headers: Headers): Readable {
  const unpacker = unpackers[headers.get('content-encoding')?.trim().toLowerCase() ?? ''];
  if (!unpacker) return body;
  headers.delete('content-encoding');
  headers.delete('content-length');
  return body.compose(unpacker()) as Readable;
}

function webStream(body: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
  return Readable.toWeb(body) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function collect(body: Readable, mostBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let seen = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > mostBytes) throw new AnswerTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
