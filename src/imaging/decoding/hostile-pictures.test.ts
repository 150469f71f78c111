import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type DecodeOptions, decodePicture } from './decode-picture.ts';
import { makeBlackPng } from './testing/make-png.ts';
import { hasVanished, isRunning, watchChildren } from './testing/watch-children.ts';

const children = watchChildren();
const bomb = makeBlackPng(30_000, 30_000);
const fine = makeBlackPng(8, 8);
/** What a bomb meets that lies about its size, or a limit that was set too high. */
const trusting = { maxPixels: 1e9 };

const codeOf = (bytes: Uint8Array, options?: DecodeOptions) =>
  decodePicture(bytes, options).then(
    () => 'decoded',
    error => `${error.code} ${error.mender}`,
  );

test('what is no whole picture is unreadable', async () => {
  const noise = await sharp({
    create: { width: 200, height: 200, channels: 3, background: 'red' },
  })
    .composite([{ input: fine }])
    .png()
    .toBuffer();
  const jpeg = await sharp(noise).jpeg().toBuffer();
  const gif = await sharp(noise).gif().toBuffer();
  const tiff = await sharp(noise).tiff({ compression: 'deflate' }).toBuffer();
  const webp = await sharp(noise).webp().toBuffer();
  for (const whole of [noise, jpeg, gif, tiff, webp]) {
    expect(await codeOf(whole)).toBe('decoded');
    for (const share of [0, 0.05, 0.5, 0.9]) {
      const part = whole.subarray(0, Math.floor(whole.length * share));
      expect(await codeOf(part)).toBe('picture-unreadable user');
    }
  }
  const garbled = Buffer.from(noise);
  garbled.fill(0x55, 60, 200);
  expect(await codeOf(garbled)).toBe('picture-unreadable user');
  for (const text of ['', '%PDF-1.7', '<svg width="9" height="9"/>', 'GIF89a', 'RIFF', 'II*\0']) {
    expect(await codeOf(Buffer.from(text, 'latin1'))).toBe('picture-unreadable user');
  }
  expect(await codeOf(fine)).toBe('decoded');
});

test('a bomb is refused by its header, before a process sees it', async () => {
  const before = children.length;
  expect(await codeOf(bomb)).toBe('picture-too-large user');
  expect(await codeOf(fine, { maxPixels: 63 })).toBe('picture-too-large user');
  expect(children.length).toBe(before);
});

test('a process that takes too much memory is ended, and the next picture gets another', async () => {
  await decodePicture(fine);
  const { pid } = children.at(-1)!;
  expect(await codeOf(bomb, { ...trusting, memoryMiB: 250 })).toBe('picture-too-large user');
  expect(await hasVanished(pid!)).toBe(true);
  expect(await codeOf(fine)).toBe('decoded');
});

test('a process that takes too long is ended', async () => {
  expect(await codeOf(bomb, { ...trusting, memoryMiB: 4096, timeoutMs: 60 })).toBe(
    'picture-timed-out user',
  );
  expect(await codeOf(fine)).toBe('decoded');
});

test('who gives up is let go at once, at work and in line', async () => {
  const quit = new AbortController();
  const options = { ...trusting, memoryMiB: 4096, signal: quit.signal };
  const asked = [bomb, bomb, bomb, bomb].map(bytes => decodePicture(bytes, options));
  setTimeout(() => quit.abort(new Error('enough')), 100);
  for (const { status, reason } of await Promise.allSettled(asked).then(all =>
    all.map(each => ({ status: each.status, reason: 'reason' in each ? each.reason : null })),
  )) {
    expect([status, reason?.message]).toEqual(['rejected', 'enough']);
  }
  await expect(decodePicture(fine, { signal: quit.signal })).rejects.toThrow('enough');
  expect(await codeOf(fine)).toBe('decoded');
});

test('a process that dies fails its picture alone', async () => {
  const asked = codeOf(bomb, { ...trusting, memoryMiB: 4096 });
  await new Promise(resolve => setTimeout(resolve, 50));
  for (const child of children) child.kill('SIGKILL');
  expect(await asked).toBe('decoder-crashed retry');
  expect(await codeOf(fine)).toBe('decoded');
});

test('its process may not reach out, and knows nothing of ours', async () => {
  await decodePicture(fine);
  const flags = children.at(-1)!.spawnargs;
  expect(flags).toContain('--permission');
  expect(flags.filter(flag => /^--allow-(net|fs-write|child|worker)/.test(flag))).toEqual([]);
});

test('an idle process keeps no program from ending and ends with it', async () => {
  const { parent, pid } = await abandon('idle');
  const [code] = parent.exitCode === null ? await once(parent, 'exit') : [parent.exitCode];
  expect(code).toBe(0);
  expect(await hasVanished(pid)).toBe(true);
});

test('nothing is left of a program that is killed while its process works', async () => {
  const { parent, pid } = await abandon('busy');
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  // Left alone, it would work for some seconds more.
  expect(await hasVanished(pid, 1000)).toBe(true);
});

async function abandon(how: 'idle' | 'busy') {
  const script = path.join(import.meta.dirname, 'testing', 'abandon-decoder.ts');
  const parent = spawn(process.execPath, [script, how], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(parent.stdout, 'data');
  return { parent, pid: Number(line) };
}
