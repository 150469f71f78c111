import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { makePng } from '../imaging/readers/testing/make-png.ts';
import { writeTo } from './write-to.ts';

const launcher = path.resolve(import.meta.dirname, '../../spinemed');

/** What a command says and ends with when its reader takes one line and leaves. */
async function runToHead(command: string, cwd: string) {
  const script = `("${launcher}" ${command}; echo "code $?" >&2) | head -n 1`;
  const child = spawn('/bin/sh', ['-c', script], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', text => {
      said[name] += text;
    });
  }
  await new Promise(resolve => child.on('close', resolve));
  return said;
}

test('commands of many lines end quietly when their reader has left', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['pictures', 'texts']) mkdirSync(path.join(folder, name));
  const put = (name: string, content: string | Uint8Array) =>
    writeFileSync(path.join(folder, name), content);
  const png = makePng({
    ...{ width: 1, height: 1, colourType: 0, channels: 1, bits: 8, isInterlaced: false },
    samples: [1],
  });
  for (let nth = 0; nth < 400; nth++) put(`pictures/${nth}.png`, png);
  const response = '{"id":"1","task":"mcq","options":{"A":"x","B":"y"},"response":"A"}\n';
  put('responses.jsonl', response.repeat(5000));
  put('lines.txt', 'left L4/5\n'.repeat(5000));
  for (let nth = 0; nth < 8; nth++)
    put(`texts/${nth}.md`, '![](a.png)\n\n图1 腰椎\n\n'.repeat(400));

  const inspected = await runToHead('inspect pictures --json', folder);
  expect(inspected).toEqual({ stdout: expect.stringContaining('0.png'), stderr: 'code 0\n' });
  const read = await runToHead('levels < lines.txt', folder);
  expect(read).toEqual({ stdout: expect.stringContaining('L4/L5'), stderr: 'code 0\n' });
  const extracted = await runToHead('bench extract responses.jsonl', folder);
  expect(extracted.stdout).toContain('"answer":["A"]');
  expect(extracted.stderr).toMatch(/^\d+ responses: .*\ncode 0\n$/);
  const bound = await runToHead('bind texts --out -', folder);
  expect(bound.stdout).toContain('图1');
  expect(bound.stderr).toMatch(/^\d+ documents, .*\ncode 0\n$/);
}, 120_000);

test('a slow reader is waited for', async () => {
  const stream = new PassThrough({ highWaterMark: 4 });
  const write = writeTo(stream, 'here');
  let isWritten = false;
  const written = write('a long text').then(isTaken => {
    isWritten = isTaken;
  });
  await new Promise(resolve => setImmediate(resolve));
  expect(isWritten).toBe(false);
  stream.resume();
  await written;
  expect(isWritten).toBe(true);
});

test('a full disk is no reader that left', async () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  const stream = new Writable({ highWaterMark: 1, write: (_, __, done) => done(full) });
  const write = writeTo(stream, 'standard output');
  await expect(write('text')).rejects.toMatchObject({ code: 'ENOSPC', path: 'standard output' });
});
