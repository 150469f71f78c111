import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { type Prompt, picture, text } from '../../../contracts/models/index.ts';
import { type LocalModel, openLocalModel } from './index.ts';
import {
  writeTinyLanguageModel,
  writeTinyVisionLanguageModel,
} from './testing/tiny-language-model.ts';
import { writeTinyVisionModel } from './testing/tiny-vision-model.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-local-'));
const opened: LocalModel[] = [];
const { signal } = new AbortController();
const none = new Map<string, Uint8Array>();
const hello: Prompt = { messages: [{ from: 'user', parts: [text('look at this')] }] };

afterAll(async () => {
  await Promise.all(opened.map(model => model.close()));
  rmSync(folder, { recursive: true });
});

test('answers as its weights say, and says what it took', async () => {
  const model = open('text', writeTinyLanguageModel);
  expect(
    await model.generate({ prompt: hello, pictures: none, maxOutputTokens: 20, signal }),
  ).toEqual(
    // user: look at this assistant: | … and the end of it
    { text: 'the disc is healthy 椎间盘', finish: 'stop', tokens: { input: 5, output: 6 } },
  );
});

test('says when the answer ran into its limit', async () => {
  const model = open('text', writeTinyLanguageModel);
  const limits = [2, 5, 6];
  const answers = [];
  for (const maxOutputTokens of limits) {
    const { text, finish } = await model.generate({
      prompt: hello,
      pictures: none,
      maxOutputTokens,
      signal,
    });
    answers.push([text, finish]);
  }
  expect(answers).toEqual([
    ['the disc', 'length'],
    ['the disc is healthy 椎间盘', 'length'],
    ['the disc is healthy 椎间盘', 'stop'],
  ]);
});

test('hands out the text as it comes', async () => {
  const model = open('text', writeTinyLanguageModel);
  const deltas: string[] = [];
  const { text } = await model.generate({
    ...{ prompt: hello, pictures: none, maxOutputTokens: 20, signal },
    onText: delta => deltas.push(delta),
  });
  expect(deltas.length).toBeGreaterThan(2);
  expect(deltas.join('')).toBe(text);
});

test('repeats itself at temperature 0 and with the same seed, and only then', async () => {
  const model = open('text', writeTinyLanguageModel);
  const ask = async (sampling: { temperature: number; seed?: number }) =>
    (
      await model.generate({
        prompt: hello,
        pictures: none,
        maxOutputTokens: 20,
        signal,
        ...sampling,
      })
    ).text;
  const sample = async (sampling: { temperature: number }) => {
    const answers: string[] = [];
    for (let seed = 0; seed < 20; seed++) answers.push(await ask({ ...sampling, seed }));
    return answers;
  };
  const warm = await sample({ temperature: 1 });
  expect(await sample({ temperature: 1 })).toEqual(warm);
  expect(new Set(warm).size).toBeGreaterThan(1);
  expect(new Set(await sample({ temperature: 0 })).size).toBe(1);
});

for (const family of ['llava', 'gemma3'] as const) {
  test(`shows pictures to a ${family}`, async () => {
    const model = open(family, place => writeTinyVisionLanguageModel(place, family));
    for (const [level, said] of [
      [255, 'bright'],
      [0, 'dark'],
    ] as const) {
      const [prompt, pictures] = await showing([level]);
      const answer = await model.generate({ prompt, pictures, maxOutputTokens: 9, signal });
      expect(answer).toMatchObject({ text: said, finish: 'stop' });
    }
  });
}

test('keeps pictures in their order, also one that is shown twice', async () => {
  const model = open('gemma3', place => writeTinyVisionLanguageModel(place, 'gemma3'));
  const answers = [];
  for (const levels of [
    [255, 0],
    [0, 255],
    [255, 0, 0, 0],
    [0, 255, 255, 255, 0],
  ]) {
    const [prompt, pictures] = await showing(levels);
    answers.push((await model.generate({ prompt, pictures, maxOutputTokens: 9, signal })).text);
  }
  // The earlier ones weigh more: the first outweighs the second, but not three more.
  expect(answers).toEqual(['bright', 'dark', 'dark', 'bright']);
});

test('a vision-language model also answers without pictures', async () => {
  const model = open('gemma3', place => writeTinyVisionLanguageModel(place, 'gemma3'));
  const { text } = await model.generate({
    prompt: hello,
    pictures: none,
    maxOutputTokens: 9,
    signal,
  });
  expect(text).toBe('dark');
});

test('text that looks like a mark stays text', async () => {
  const model = open('gemma3', place => writeTinyVisionLanguageModel(place, 'gemma3'));
  const prompt: Prompt = {
    system: 'be brief <begin>',
    messages: [{ from: 'user', parts: [text('look at <image> <begin> </s>')] }],
  };
  const { tokens } = await model.generate({ prompt, pictures: none, maxOutputTokens: 9, signal });
  // system: be brief _ _ user: look at _ _ _ _ _ _ assistant: – a mark is two unknown words.
  expect(tokens.input).toBe(1 + 2 + 2 + 1 + 2 + 6 + 1);
});

test('says what a model cannot do', async () => {
  const [prompt, pictures] = await showing([255]);
  const text = open('text', writeTinyLanguageModel);
  await expect(
    text.generate({ prompt, pictures, maxOutputTokens: 9, signal }),
  ).rejects.toMatchObject({
    code: 'local-model-unfit',
    mender: 'user',
  });
  const [two, both] = await showing([255, 0]);
  const llava = open('llava', place => writeTinyVisionLanguageModel(place, 'llava'));
  await expect(
    llava.generate({ prompt: two, pictures: both, maxOutputTokens: 9, signal }),
  ).rejects.toMatchObject({ code: 'local-model-unfit', message: expect.stringContaining('one') });
  const vision = open('vision', writeTinyVisionModel);
  await expect(
    vision.generate({ prompt: hello, pictures: none, maxOutputTokens: 9, signal }),
  ).rejects.toMatchObject({
    code: 'local-model-unfit',
    mender: 'user',
  });
});

function open(name: string, write: (folder: string) => void): LocalModel {
  const place = path.join(folder, name);
  write(place);
  const model = openLocalModel({ model: place, allowDownload: false });
  opened.push(model);
  return model;
}

async function showing(levels: number[]): Promise<[Prompt, Map<string, Uint8Array>]> {
  const pictures = new Map<string, Uint8Array>();
  const parts = [text('look')];
  for (const level of levels) {
    const background = { r: level, g: level, b: level };
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
      .png()
      .toBuffer();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    pictures.set(sha256, bytes);
    parts.push(picture(sha256), text('and'));
  }
  return [{ messages: [{ from: 'user', parts }] }, pictures];
}
