import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Api } from './context.ts';
import { errorBody } from './error-body.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** The built web shell in `folder`. A path that is no file is a screen of the page. */
export function serveWeb(app: Api, folder: string): void {
  const root = path.resolve(folder) + path.sep;
  const assets = path.join(root, 'assets') + path.sep;
  app.all('/api/*', context =>
    context.json(errorBody('no-such-route', 'the API has no such route'), 404),
  );
  app.get('*', async context => {
    const file = path.join(root, context.req.path);
    const type = types[path.extname(file)];
    const found = type && file.startsWith(root) ? await read(file) : undefined;
    // Assets carry a hash in their names; the page itself is asked for anew.
    if (found && type)
      return context.body(found, 200, {
        'content-type': type,
        'cache-control': file.startsWith(assets)
          ? 'public, max-age=31536000, immutable'
          : 'no-cache',
      });
    const page = type ? undefined : await read(path.join(root, 'index.html'));
    if (!page) return context.json(errorBody('no-such-file', 'there is no such file'), 404);
    return context.body(page, 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });
  app.notFound(context => context.json(errorBody('no-such-route', 'there is nothing here'), 404));
}

async function read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return readFile(file).then(
    bytes => new Uint8Array(bytes),
    () => undefined,
  );
}
