import { request } from 'node:http';

export type RawAnswer = { status: number; headers: Record<string, unknown>; body: string };

/** A request as no browser would write it: path and headers go out as they are given. */
export function askRaw(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', body } = options;
    const isChunked = options.headers?.['transfer-encoding'] === 'chunked';
    const length = { 'content-length': String(Buffer.byteLength(body ?? '')) };
    const headers = { ...(body && !isChunked ? length : {}), ...options.headers };
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      answer => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', chunk => {
          text += chunk;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: answer.headers, body: text }),
        );
        answer.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
