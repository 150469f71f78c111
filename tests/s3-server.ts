import { spawn } from 'node:child_process';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export type S3Request = {
  method: string;
  /** Path and query, without the host. */
  url: string;
  range: string | undefined;
  bytes: number;
};

/** What happens to a request instead of, or on top of, being answered. */
export type Fault =
  | { status: number; code: string }
  | { page: string }
  | { hang: true }
  | { dropAfterBytes: number }
  | { ignoreRange: true };

export type S3Server = {
  endpoint: string;
  bucket: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** The folder that the objects of the bucket lie in. */
  folder: string;
  requests: S3Request[];
  /** Asked before each request; none means that it is answered as it should be. */
  fault: ((request: S3Request) => Fault | undefined) | undefined;
} & AsyncDisposable;

// s3rver knows this one key.
const accessKeyId = 'S3RVER';
const secretAccessKey = 'S3RVER';

/** An S3 server that is not ours (s3rver, in a process of its own) behind a front on
 *  loopback. The front does what s3rver leaves out: it checks every request's signature
 *  (version 4) and the hash of its body, aborts multipart uploads, and fails on demand as
 *  networks and storage do. */
export async function s3Server(): Promise<S3Server> {
  const directory = mkdtempSync(path.join(tmpdir(), 'spinemed-s3-'));
  const bucket = 'spine';
  const { backend, port } = await startBackend(directory, bucket);

  const front = createServer((incoming, answer) => {
    handle(incoming, answer, port, server).catch(error => answer.destroy(error));
  });
  await new Promise<void>(done => {
    front.listen(0, '127.0.0.1', done);
  });
  const server: S3Server = {
    endpoint: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    bucket,
    credentials: { accessKeyId, secretAccessKey },
    folder: path.join(directory, bucket),
    requests: [],
    fault: undefined,
    async [Symbol.asyncDispose]() {
      front.closeAllConnections();
      await new Promise(done => {
        front.close(done);
      });
      backend.kill('SIGKILL');
      await once(backend, 'exit');
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return server;
}

async function startBackend(directory: string, bucket: string) {
  const script = `
    const S3rver = require(${JSON.stringify(createRequire(import.meta.url).resolve('s3rver'))});
    const options = { address: '127.0.0.1', port: 0, silent: true, directory: ${JSON.stringify(directory)} };
    new S3rver({ ...options, configureBuckets: [{ name: ${JSON.stringify(bucket)} }] })
      .run().then(({ port }) => process.send(port));
    // Its parent may be killed.
    process.on('disconnect', () => process.exit());`;
  // Its tokens between the pages of a list are made with DES.
  const backend = spawn(process.execPath, ['--openssl-legacy-provider', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {},
  });
  const [port] = await Promise.race([once(backend, 'message'), once(backend, 'exit')]);
  if (!port) throw new Error('s3rver did not start');
  return { backend, port: Number(port) };
}

/** Where s3rver keeps the parts of uploads that are not completed. */
export function uploadsOf(server: S3Server): string {
  return path.join(server.folder, '._S3rver_uploads');
}

async function handle(
  incoming: IncomingMessage,
  answer: ServerResponse,
  port: number,
  server: S3Server,
): Promise<void> {
  const body: Buffer[] = [];
  for await (const chunk of incoming) body.push(chunk);
  const seen: S3Request = {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    range: incoming.headers.range,
    bytes: body.reduce((sum, chunk) => sum + chunk.length, 0),
  };
  server.requests.push(seen);
  const refusal = refusalOf(incoming, body);
  if (refusal) return refuse(answer, 403, refusal);
  const fault = server.fault?.(seen);
  if (fault && 'hang' in fault) return;
  if (fault && 'page' in fault) {
    answer.writeHead(200, { 'content-type': 'text/html' }).end(fault.page);
    return;
  }
  if (fault && 'status' in fault) return refuse(answer, fault.status, fault.code);
  const aborted = seen.method === 'DELETE' && /[?&]uploadId=([0-9a-f]+)/.exec(seen.url);
  if (aborted) {
    rmSync(path.join(uploadsOf(server), aborted[1]!), { recursive: true, force: true });
    answer.writeHead(204).end();
    return;
  }
  const headers = { ...incoming.headers, host: `127.0.0.1:${port}` };
  if (fault && 'ignoreRange' in fault) delete headers.range;
  const limit = fault && 'dropAfterBytes' in fault ? fault.dropAfterBytes : undefined;
  forward({ method: seen.method, path: seen.url, headers, port, body }, answer, limit);
}

function forward(
  to: {
    method: string;
    path: string;
    headers: IncomingMessage['headers'];
    port: number;
    body: Buffer[];
  },
  answer: ServerResponse,
  dropAfterBytes: number | undefined,
): void {
  const { body, ...options } = to;
  const outgoing = request({ host: '127.0.0.1', ...options, agent: false }, response => {
    answer.writeHead(response.statusCode ?? 502, response.headers).flushHeaders();
    // A pipeline that fails destroys the answer: to the client the connection drops.
    pipeline(cut(response, dropAfterBytes), answer).catch(() => {});
  });
  pipeline(body, outgoing).catch(() => answer.destroy());
}

async function* cut(bytes: AsyncIterable<Buffer>, limit = Number.POSITIVE_INFINITY) {
  let left = limit;
  for await (const chunk of bytes) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left > 0) continue;
    // What is on its way still arrives.
    await sleep(10);
    throw new Error('dropped on purpose');
  }
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;
  answer.writeHead(status, { 'content-type': 'application/xml', 'content-length': body.length });
  answer.end(body);
}

/** Checks a request as the published description of signature version 4 has it, written
 *  from that description and not with the client's own code. */
function refusalOf(incoming: IncomingMessage, body: Buffer[]): string | undefined {
  const { authorization } = incoming.headers;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization ?? '',
    );
  if (!parts) return 'AccessDenied';
  const [, key, scope, signedHeaders, signature] = parts as unknown as string[];
  if (key !== accessKeyId) return 'InvalidAccessKeyId';
  const time = String(incoming.headers['x-amz-date']);
  const payload = String(incoming.headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(...body))
    return 'XAmzContentSHA256Mismatch';

  const [pathname, query = ''] = (incoming.url ?? '').split('?') as [string, string?];
  const canonical = [
    incoming.method,
    pathname,
    query
      .split('&')
      .filter(Boolean)
      .map(pair => (pair.includes('=') ? pair : `${pair}=`))
      .sort()
      .join('&'),
    ...signedHeaders!
      .split(';')
      .map(name => `${name}:${String(incoming.headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders,
    payload,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const signingKey = scope!
    .split('/')
    .reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const expected = hmac(signingKey, toSign);
  return timingSafeEqual(expected, Buffer.from(signature!, 'hex'))
    ? undefined
    : 'SignatureDoesNotMatch';
}

function sha256(...parts: Array<string | Buffer>): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest('hex');
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
