import { randomUUID } from 'node:crypto';
import { BadRequest } from '../bad-request.ts';
import { NotFound } from '../not-found.ts';
import { json, send } from '../reply/send.ts';
import type { Service } from '../route.ts';
import { keepLast } from './keep-last.ts';

export type StoredFile = {
  id: string;
  purpose: string;
  createdAtMs: number;
  bytes: number;
  /** Null once it is used up: what was asked is not kept. */
  text: string | null;
};

export type Files = {
  services: Service[];
  find(id: string): StoredFile | null;
  add(text: string, purpose: string): StoredFile;
};

// Two files of results and one of questions for each batch that is kept.
const mostFiles = 150;

export function createFiles(): Files {
  const files = keepLast<StoredFile>(mostFiles);
  const find = (id: string) => files.get(id) ?? null;
  const add = (text: string, purpose: string) => {
    const id = `file-${randomUUID().replaceAll('-', '')}`;
    const file = { id, purpose, createdAtMs: Date.now(), bytes: Buffer.byteLength(text), text };
    files.keep(id, file);
    return file;
  };
  const need = (id: string | undefined) => {
    const file = find(id ?? '');
    if (!file) throw new NotFound('There is no such file.');
    return file;
  };
  const done = { outcome: 'service' as const };
  const services: Service[] = [
    {
      ...{ method: 'POST', path: /^\/files$/, dialect: 'openai' },
      async serve(exchange, { body }) {
        const form = await readForm(body, exchange.request.headers['content-type'] ?? '');
        const file = form.get('file');
        const purpose = form.get('purpose');
        if (!(file instanceof Blob) || typeof purpose !== 'string')
          throw new BadRequest('Not in the expected form: file, purpose.');
        const known = ['batch', 'assistants', 'vision', 'user_data'].includes(purpose);
        const stored = add(await file.text(), known ? purpose : 'user_data');
        send(exchange, json(200, describe(stored)), done);
      },
    },
    {
      ...{ method: 'GET', path: /^\/files\/([\w-]+)$/, dialect: 'openai' },
      serve: (exchange, { ids }) => send(exchange, json(200, describe(need(ids[0]))), done),
    },
    {
      ...{ method: 'GET', path: /^\/files\/([\w-]+)\/content$/, dialect: 'openai' },
      serve(exchange, { ids }) {
        const { text } = need(ids[0]);
        if (text === null) throw new NotFound('The simulator no longer has what was in this file.');
        send(exchange, { status: 200, type: 'application/octet-stream', text }, done);
      },
    },
    {
      ...{ method: 'DELETE', path: /^\/files\/([\w-]+)$/, dialect: 'openai' },
      serve(exchange, { ids }) {
        const { id } = need(ids[0]);
        files.delete(id);
        send(exchange, json(200, { id, object: 'file', deleted: true }), done);
      },
    },
  ];
  return { services, find, add };
}

async function readForm(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(body as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': type },
    }).formData();
  } catch {
    throw new BadRequest('The body is not a multipart form.');
  }
}

function describe({ id, purpose, createdAtMs, bytes }: StoredFile) {
  return {
    ...{ id, object: 'file', bytes, created_at: Math.floor(createdAtMs / 1000) },
    // A name may be anything, a patient's as well.
    ...{ filename: 'file.jsonl', purpose, status: 'processed' },
  };
}
