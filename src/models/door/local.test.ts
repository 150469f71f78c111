import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTinyLanguageModel } from '../providers/local/testing/tiny-language-model.ts';
import { embeddingOf, writeTinyVisionModel } from '../providers/local/testing/tiny-vision-model.ts';
import { fileDoor, formed, question } from '../testing/try-door.ts';

const base = mkdtempSync(path.join(tmpdir(), 'spinemed-models-'));

beforeAll(() => {
  writeTinyVisionModel(path.join(base, 'eye'));
  writeTinyLanguageModel(path.join(base, 'tongue'));
});
afterAll(() => rmSync(base, { recursive: true }));

const local = {
  models: {
    eye: { provider: 'local', model: 'eye' },
    tongue: { provider: 'local', model: 'tongue' },
    gone: { provider: 'local', model: 'not-there' },
  },
  roles: { 'embed-picture': 'eye', contestant: 'tongue', judge: 'tongue' },
};
const ask = { input: { text: 'look at this', pictures: [] }, class: 'clinical' as const };

test('a patient’s text and pictures go to a model in this house, and are answered from the log after', async () => {
  const bytes = await sharp({
    create: { width: 30, height: 20, channels: 3, background: { r: 10, g: 200, b: 90 } },
  })
    .png()
    .toBuffer();
  const sha256 = hash('sha256', bytes);
  await using door = await fileDoor(local, { base, readPicture: async () => bytes });
  const point = await door.models.embed({ input: { sha256 }, class: 'clinical' });
  expect(point).toMatchObject({
    status: 'answered',
    by: { name: 'eye', offline: false },
    costUsd: 0,
  });
  const expected = embeddingOf([10, 200, 90]);
  if (point.status === 'answered')
    point.answer.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at]!, 4);
    });
  const shown: string[] = [];
  const said = await door.models.stream(question, ask, delta => shown.push(delta));
  expect(said).toMatchObject({ status: 'answered', answer: 'the disc is healthy 椎间盘' });
  expect(shown.join('')).toBe('the disc is healthy 椎间盘');
  expect(await door.models.ask(question, ask)).toMatchObject({ requests: 0 });
  expect(await door.models.embed({ input: { sha256 }, class: 'clinical' })).toMatchObject({
    requests: 0,
  });
});

test('asked for a form that it cannot keep, it fails and nothing is guessed', async () => {
  await using door = await fileDoor(local, { base });
  const outcome = await door.models.ask(formed, {
    input: { text: 'look at this' },
    class: 'public',
  });
  expect(outcome).toMatchObject({ status: 'failed', reason: 'answer-malformed', requests: 2 });
});

test('a model that is not there is for the user to bring', async () => {
  await using door = await fileDoor(local, { base });
  const asking = door.models.ask(question, { ...ask, model: 'gone' });
  await expect(asking).rejects.toMatchObject({ code: 'local-model-missing', mender: 'user' });
});
