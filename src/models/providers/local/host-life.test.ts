import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Prompt, text } from '../../../contracts/models/index.ts';
import { type LocalModel, type LocalSettings, openLocalModel } from './index.ts';
import { writeTinyLanguageModel } from './testing/tiny-language-model.ts';
import { isRunning, watchChildren } from './testing/watch-children.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-local-'));
const children = watchChildren();
const prompt: Prompt = { messages: [{ from: 'user', parts: [text('look')] }] };
const never = new AbortController().signal;

beforeAll(() => writeTinyLanguageModel(folder, { endless: true }));
afterAll(() => rmSync(folder, { recursive: true }));

test('a process that dies fails its request alone, and the next gets another one', async () => {
  await using model = open();
  const dying = endless(model);
  const waiting = short(model);
  await dying.begun;
  const first = children.at(-1)!;
  first.kill('SIGKILL');
  await expect(dying.done).rejects.toMatchObject({ code: 'local-model-crashed', mender: 'retry' });
  expect((await waiting).text).toBe('the disc');
  expect((await short(model)).text).toBe('the disc');
  expect(children.at(-1)!.pid).not.toBe(first.pid);
});

test('one that died while nobody asked is replaced without a word', async () => {
  await using model = open();
  await short(model);
  const child = children.at(-1)!;
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await short(model)).text).toBe('the disc');
});

test('who gives up is let go at once, and the process lives on', async () => {
  await using model = open();
  const giveUp = new AbortController();
  const request = endless(model, giveUp.signal);
  const another = new AbortController();
  const waiting = endless(model, another.signal);
  await request.begun;
  const child = children.at(-1)!;
  another.abort(new Error('no longer needed'));
  await expect(waiting.done).rejects.toThrow('no longer needed');
  giveUp.abort(new Error('enough'));
  await expect(request.done).rejects.toThrow('enough');
  expect((await short(model)).text).toBe('the disc');
  expect(children.at(-1)).toBe(child);
  await expect(
    endless(model, AbortSignal.abort(new Error('before it began'))).done,
  ).rejects.toThrow('before it began');
});

test('who cannot take the text gets what stopped them, and the process lives on', async () => {
  await using model = open();
  const request = model.generate({
    ...{ prompt, pictures: new Map(), maxOutputTokens: 1_000_000, signal: never },
    onText() {
      throw new Error('the page was closed');
    },
  });
  await expect(request).rejects.toThrow('the page was closed');
  const child = children.at(-1);
  expect((await short(model)).text).toBe('the disc');
  expect(children.at(-1)).toBe(child);
});

test('a process that does not listen is ended after a grace', async () => {
  await using model = open();
  const giveUp = new AbortController();
  const request = endless(model, giveUp.signal);
  await request.begun;
  const deaf = children.at(-1)!;
  deaf.kill('SIGSTOP');
  giveUp.abort();
  await expect(request.done).rejects.toThrow('abort');
  expect((await short(model)).text).toBe('the disc');
  expect(isRunning(deaf.pid!)).toBe(false);
});

test('a request that takes too long is ended', async () => {
  await using model = open({ timeoutMs: 3000 });
  await expect(endless(model).done).rejects.toMatchObject({
    code: 'local-model-too-slow',
    mender: 'retry',
  });
  expect((await short(model)).text).toBe('the disc');
});

test('a process that takes too much memory is ended', async () => {
  await using model = open({ memoryMiB: 50 });
  await expect(endless(model).done).rejects.toMatchObject({
    code: 'local-model-over-memory',
    mender: 'user',
  });
});

test('closing ends the process and whoever waits for it', async () => {
  const model = open();
  const requests = [endless(model), endless(model)];
  await requests[0]!.begun;
  const { pid } = children.at(-1)!;
  await model.close();
  expect(isRunning(pid!)).toBe(false);
  for (const { done } of [...requests, endless(model)]) {
    await expect(done).rejects.toMatchObject({ code: 'local-model-closed' });
  }
  await model.close();
});

test('a model that is closed before it was used starts nothing', async () => {
  const before = children.length;
  await open().close();
  expect(children).toHaveLength(before);
});

test('a forgotten model lets its program end, and ends with it', async () => {
  const [parent, pid] = await abandon('idle');
  const [code] = await once(parent, 'exit');
  expect(code).toBe(0);
  await vanish(pid);
});

test('nothing is left when the program is killed in the middle of a request', async () => {
  const [parent, pid] = await abandon('busy');
  await sleep(300);
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vanish(pid);
});

test('the process may reach no network and write no file', async () => {
  await using model = open();
  await short(model);
  const flags = children.at(-1)!.spawnargs;
  expect(flags).toContain('--permission');
  expect(flags.filter(flag => /^--allow-(net|fs-write|child-process|worker)/.test(flag))).toEqual(
    [],
  );
});

function open(settings: Partial<LocalSettings> = {}): LocalModel & AsyncDisposable {
  const model = openLocalModel({ model: folder, allowDownload: false, ...settings });
  return { ...model, [Symbol.asyncDispose]: () => model.close() };
}

function short(model: LocalModel) {
  return model.generate({ prompt, pictures: new Map(), maxOutputTokens: 2, signal: never });
}

function endless(model: LocalModel, signal = never) {
  const begun = Promise.withResolvers<void>();
  const done = model.generate({
    ...{ prompt, pictures: new Map(), maxOutputTokens: 1_000_000, signal },
    onText: () => begun.resolve(),
  });
  // Whoever ends it looks at it later.
  done.catch(() => {});
  return { begun: begun.promise, done };
}

async function abandon(how: 'idle' | 'busy') {
  const script = path.join(import.meta.dirname, 'testing', 'abandon-model.ts');
  const parent = spawn(process.execPath, [script, folder, how], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(parent.stdout, 'data');
  return [parent, Number(line)] as const;
}

async function vanish(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(1);
  for (let tries = 0; isRunning(pid) && tries < 100; tries++) await sleep(100);
  expect(isRunning(pid)).toBe(false);
}
