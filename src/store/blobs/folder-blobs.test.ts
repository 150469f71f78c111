import { spawn } from 'node:child_process';
import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { folderBlobs } from './folder-blobs.ts';

let scratch: string;
let folder: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'spinemed-folder-'));
  folder = path.join(scratch, 'blobs');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
const listed = () => Array.fromAsync(folderBlobs(folder).list());

it.skipIf(process.platform === 'win32')('keeps what it writes from other people', async () => {
  const sha256 = await folderBlobs(folder).put(randomBytes(9));
  const source = path.join(scratch, 'source');
  writeFileSync(source, 'x', { mode: 0o644 });
  const other = await folderBlobs(folder).putFile(source);
  for (const place of [folder, path.dirname(placeOf(sha256)), placeOf(sha256), placeOf(other)])
    expect(statSync(place).mode & 0o077, place).toBe(0);
});

it.each([
  ['one bit turned', (place: string) => writeFileSync(place, 'hallo')],
  ['the end cut off', (place: string) => truncateSync(place, 3)],
  ['everything cut off', (place: string) => truncateSync(place, 0)],
  ['something added', (place: string) => appendFileSync(place, '!')],
])('notices a blob with %s', async (_, damage) => {
  const blobs = folderBlobs(folder);
  const sha256 = await blobs.put(Buffer.from('hello'));
  damage(placeOf(sha256));
  const damaged = { code: 'blob-damaged', mender: 'user', place: placeOf(sha256) };
  await expect(blobs.get(sha256)).rejects.toMatchObject(damaged);
  await expect(blobs.open(sha256).then(buffer)).rejects.toMatchObject(damaged);
});

it('replaces a blob that was cut short', async () => {
  const blobs = folderBlobs(folder);
  const sha256 = await blobs.put(Buffer.from('hello'));
  truncateSync(placeOf(sha256), 3);
  await blobs.put(Buffer.from('hello'));
  expect(String(await blobs.get(sha256))).toBe('hello');
});

it('leaves nothing under a right name when it is killed half way', async () => {
  const large = path.join(scratch, 'large');
  writeFileSync(large, '');
  truncateSync(large, 8e9);
  const module = JSON.stringify(path.join(import.meta.dirname, 'folder-blobs.ts'));
  const script = `const { folderBlobs } = await import(${module});
    await folderBlobs(${JSON.stringify(folder)}).putFile(${JSON.stringify(large)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await expect.poll(bytesIncoming, { timeout: 20_000 }).toBeGreaterThan(1e6);
  child.kill('SIGKILL');
  expect((await once(child, 'exit'))[1]).toBe('SIGKILL');

  expect(await listed()).toEqual([]);
  expect(bytesIncoming()).toBeGreaterThan(0);
  truncateSync(large, 1000);
  const sha256 = await folderBlobs(folder).putFile(large);
  expect(sha256).toBe(hash('sha256', Buffer.alloc(1000)));
  expect(await listed()).toEqual([sha256]);
});

function bytesIncoming(): number {
  const incoming = path.join(folder, 'incoming');
  try {
    return readdirSync(incoming)
      .map(name => statSync(path.join(incoming, name)).size)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

it('leaves nothing behind when a file cannot be read', async () => {
  const blobs = folderBlobs(folder);
  await expect(blobs.putFile(scratch)).rejects.toMatchObject({ code: 'file-unreadable' });
  expect(readdirSync(path.join(folder, 'incoming'))).toEqual([]);
});

it('clears away what was left half written, but not what is being written', () => {
  folderBlobs(folder);
  const [old, fresh] = ['old', 'fresh'].map(name => path.join(folder, 'incoming', name));
  writeFileSync(old!, 'x');
  writeFileSync(fresh!, 'x');
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
  utimesSync(old!, twoDaysAgo, twoDaysAgo);
  folderBlobs(folder);
  expect(readdirSync(path.join(folder, 'incoming'))).toEqual(['fresh']);
});

it('lists blobs only, and only where they belong', async () => {
  const sha256 = await folderBlobs(folder).put(Buffer.from('hello'));
  const strange = hash('sha256', 'strange');
  writeFileSync(path.join(folder, 'incoming', strange), 'strange');
  writeFileSync(path.join(folder, strange), 'strange');
  writeFileSync(path.join(folder, '.DS_Store'), '');
  writeFileSync(path.join(folder, 'ff'), 'a file named as a folder');
  writeFileSync(path.join(path.dirname(placeOf(sha256)), 'Thumbs.db'), '');
  writeFileSync(path.join(path.dirname(placeOf(sha256)), strange), 'strange');
  mkdirSync(path.join(folder, 'backup', strange.slice(0, 2)), { recursive: true });
  writeFileSync(path.join(folder, 'backup', strange.slice(0, 2), strange), 'strange');
  expect(await listed()).toEqual([sha256]);
});

it('tells a sick disk from a missing blob', async () => {
  const blobs = folderBlobs(folder);
  const sha256 = hash('sha256', 'hello');
  // A folder in the place of a file is what reading fails on for everyone, root included.
  mkdirSync(placeOf(sha256), { recursive: true });
  const refused = { code: 'storage-refused', mender: 'user' };
  expect(await blobs.has(sha256)).toBe(false);
  await expect(blobs.get(sha256)).rejects.toMatchObject(refused);
  await expect(blobs.open(sha256).then(buffer)).rejects.toMatchObject(refused);
  await expect(blobs.put(Buffer.from('hello'))).rejects.toMatchObject(refused);
  expect(readdirSync(path.join(folder, 'incoming'))).toEqual([]);
});

it('says so when the folder cannot be made', () => {
  writeFileSync(path.join(scratch, 'file'), '');
  expect(() => folderBlobs(path.join(scratch, 'file', 'blobs'))).toThrow(
    expect.objectContaining({ code: 'storage-refused', mender: 'user' }),
  );
});
