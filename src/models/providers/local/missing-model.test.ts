import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../../contracts/models/index.ts';
import { openLocalModel } from './index.ts';
import { writeTinyLanguageModel } from './testing/tiny-language-model.ts';
import { writeTinyVisionModel } from './testing/tiny-vision-model.ts';
import { watchChildren } from './testing/watch-children.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-local-'));
const cacheFolder = path.join(folder, 'cache');
const vision = path.join(folder, 'vision');
const language = path.join(folder, 'language');
const children = watchChildren();
const { signal } = new AbortController();
const background = { r: 255, g: 0, b: 0 };
const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
  .png()
  .toBuffer();

beforeAll(() => {
  writeTinyVisionModel(vision);
  writeTinyLanguageModel(language);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('names the file that a folder lacks', async () => {
  const needed = [
    ...['config.json', 'preprocessor_config.json', 'onnx/vision_model.onnx'].map(file => [
      vision,
      file,
    ]),
    ...['tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'].map(file => [language, file]),
  ] as [string, string][];
  for (const [model, file] of needed) {
    const torn = path.join(folder, 'torn');
    cpSync(model, torn, { recursive: true });
    rmSync(path.join(torn, file));
    await expect(use(torn, model), file).rejects.toMatchObject({
      ...{ code: 'local-model-missing', mender: 'user', place: torn },
      message: `the local model lacks ${file}`,
      hint: expect.stringContaining('config.json'),
    });
    // The same model works as soon as the file is there.
    rmSync(torn, { recursive: true });
  }
});

test('a model that is repaired need not be opened again', async () => {
  const torn = path.join(folder, 'repaired');
  cpSync(vision, torn, { recursive: true });
  rmSync(path.join(torn, 'onnx', 'vision_model.onnx'));
  const model = openLocalModel({ model: torn, allowDownload: false });
  await expect(model.embed(picture, signal)).rejects.toThrow('vision_model.onnx');
  writeTinyVisionModel(torn);
  expect(await model.embed(picture, signal)).toHaveLength(4);
  await model.close();
});

test('says what the runtime has against damaged files', async () => {
  const damaged = path.join(folder, 'damaged');
  cpSync(vision, damaged, { recursive: true });
  writeFileSync(path.join(damaged, 'onnx', 'vision_model.onnx'), 'no model at all');
  await expect(use(damaged, vision)).rejects.toMatchObject({
    ...{ code: 'local-model-unusable', mender: 'user', place: damaged },
    hint: expect.stringContaining('The runtime says'),
  });
});

test('a model that is nowhere is said to be so at once, and nothing is started', async () => {
  const before = children.length;
  for (const [model, place] of [
    ['nobody/nothing', path.join(cacheFolder, 'nobody/nothing')],
    ['../vision/onnx/..', '../vision/onnx/..'],
    [path.join(folder, 'elsewhere'), path.join(folder, 'elsewhere')],
  ] as const) {
    await expect(use(model, vision)).rejects.toMatchObject({
      ...{ code: 'local-model-missing', mender: 'user', place },
      message: 'there is no such local model',
    });
  }
  expect(children).toHaveLength(before);
});

test('knows no other dtypes than the runtime', async () => {
  const model = openLocalModel({ model: vision, allowDownload: false, dtype: 'fp31' });
  await expect(model.embed(picture, signal)).rejects.toMatchObject({
    ...{ code: 'local-model-dtype-unknown', mender: 'user' },
    hint: expect.stringContaining('fp16'),
  });
  const half = openLocalModel({ model: vision, allowDownload: false, dtype: 'q4' });
  await expect(half.embed(picture, signal)).rejects.toThrow('onnx/vision_model_q4.onnx');
  await Promise.all([model.close(), half.close()]);
});

test('finds a hub name as Python tools keep it', async () => {
  const kept = path.join(cacheFolder, 'models--owner--tiny');
  mkdirSync(path.join(kept, 'refs'), { recursive: true });
  writeFileSync(path.join(kept, 'refs', 'main'), 'c0ffee');
  cpSync(vision, path.join(kept, 'snapshots', 'c0ffee'), { recursive: true });
  expect(await use('owner/tiny', vision)).toHaveLength(4);
});

test('downloads where that is allowed, once, and only there', async () => {
  const asked: string[] = [];
  await using hub = await startHub(asked);
  process.env.HF_ENDPOINT = hub.address;
  try {
    await expect(use('owner/fetched', vision)).rejects.toMatchObject({
      code: 'local-model-missing',
    });
    expect(asked).toEqual([]);
    expect(await use('owner/fetched', vision, true)).toHaveLength(4);
    expect(asked).toContain('/owner/fetched/resolve/main/onnx/vision_model.onnx');
    asked.length = 0;
    expect(await use('owner/fetched', vision, true)).toHaveLength(4);
    expect(await use('owner/fetched', vision)).toHaveLength(4);
    expect(asked).toEqual([]);
  } finally {
    delete process.env.HF_ENDPOINT;
  }
});

async function use(model: string, like: string, allowDownload = false): Promise<unknown> {
  const opened = openLocalModel({ model, cacheFolder, allowDownload });
  try {
    if (like === vision) return await opened.embed(picture, signal);
    const prompt = { messages: [{ from: 'user' as const, parts: [text('look')] }] };
    return await opened.generate({ prompt, pictures: new Map(), maxOutputTokens: 2, signal });
  } finally {
    await opened.close();
  }
}

/** A hub on this machine that has one model, under any name. */
async function startHub(asked: string[]) {
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = request.url?.split('/resolve/main/')[1];
    try {
      response.end(readFileSync(path.join(vision, file ?? '')));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const close = () => new Promise(resolve => server.close(resolve));
  return {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => void (await close()),
  };
}
