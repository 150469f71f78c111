import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { jpeg } from './testing/fake-article.ts';
import { writeZip, type ZipPart } from './testing/write-zip.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'spinemed-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const limits = { entries: 100, pictureBytes: 20_000_000, totalBytes: 40_000_000 };

async function read(zip: Buffer | ZipPart[], hrefs: string[], more: Partial<typeof limits> = {}) {
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, Buffer.isBuffer(zip) ? zip : writeZip(zip));
  const found = await Array.fromAsync(readArchive(file, hrefs, { ...limits, ...more }));
  return found.map(one =>
    'bytes' in one
      ? one.bytes.toString('latin1', 3, 13)
      : [one.refusal, one.code].filter(Boolean).join(' '),
  );
}

const part = (
  name: string,
  said: ZipPart['said'] = {},
  bytes: Uint8Array = jpeg(name),
): ZipPart => ({ name, bytes, said });

describe('pictures', () => {
  it('are found by the names that articles give them', async () => {
    const zip = [part('a/g1.jpg'), part('g2.gif'), part('g2.jpg'), part('图3.png'), part('g4.jpg')];
    expect(await read(zip, ['g1', 'g2', '图3.png', 'g9'])).toEqual([
      'a/g1.jpg',
      'g2.jpg',
      expect.stringMatching(/3\.png$/),
      'figure-missing',
    ]);
  });

  it.each<[string, ZipPart[], string]>([
    ['leads out', [part('../g.jpg')], 'archive-name-refused'],
    ['leads out the Windows way', [part('..\\g.jpg')], 'archive-name-refused'],
    ['is absolute', [part('/etc/g.jpg')], 'archive-name-refused'],
    ['names a drive', [part('C:/g.jpg')], 'archive-name-refused'],
    ['is there twice', [part('g.jpg'), part('g.jpg')], 'figure-ambiguous'],
    ['is there in two folders', [part('a/g.jpg'), part('b/g.jpg')], 'figure-ambiguous'],
    [
      'is a link',
      [part('g.jpg', { link: true }, Buffer.from('/etc/passwd'))],
      'figure-unreadable zip-link',
    ],
    ['is encrypted', [part('g.jpg', { encrypted: true })], 'figure-unreadable zip-encrypted'],
    ['has another checksum', [part('g.jpg', { crc: 1 })], 'figure-unreadable zip-damaged'],
    ['is larger than it says', [part('g.jpg', { size: 3 })], 'figure-unreadable zip-damaged'],
    ['is smaller than it says', [part('g.jpg', { size: 300 })], 'figure-unreadable zip-damaged'],
    ['is a bomb', [part('g.jpg', {}, Buffer.alloc(16_000_000))], 'figure-over-limit zip-ratio'],
    ['is too large', [part('g.jpg', {}, Buffer.alloc(21_000_000))], 'figure-over-limit zip-size'],
  ])('whose entry %s is refused, and the others are not', async (_, parts, refusal) => {
    expect(await read([...parts, part('h.jpg')], ['g', 'h'])).toEqual([refusal, 'h.jpg']);
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });

  it('have one limit together', async () => {
    const parts = ['a.jpg', 'b.jpg'].map(name => part(name));
    expect(await read(parts, ['a', 'b'], { totalBytes: 10 })).toEqual([
      'a.jpg',
      'figure-over-limit zip-size',
    ]);
  });
});

describe('an archive', () => {
  const whole = writeZip([part('g.jpg')]);
  const damaged = (change: (zip: Buffer) => void) => {
    const zip = Buffer.from(whole);
    change(zip);
    return zip;
  };
  it.each([
    ['is empty', Buffer.alloc(0)],
    ['is no ZIP', Buffer.from('x'.repeat(5000))],
    ['is cut short', whole.subarray(0, whole.length - 30)],
    ['points its directory nowhere', damaged(zip => zip.writeUInt32LE(0x7fffffff, zip.length - 6))],
    ['has junk for a directory', damaged(zip => zip.fill(0xff, zip.length - 60, zip.length - 22))],
    ['says it has more entries', damaged(zip => zip.writeUInt16LE(9, zip.length - 12))],
  ])('that %s is unreadable', async (_, zip) => {
    expect(await read(zip, ['g', 'h'])).toEqual(['archive-unreadable', 'archive-unreadable']);
  });

  it('with too many entries is not gone through', async () => {
    const parts = Array.from({ length: 101 }, (_, at) => part(`${at}.jpg`));
    expect(await read(parts, ['5'])).toEqual(['archive-unreadable']);
  });

  it('with any byte changed gives the picture or a reason', async () => {
    for (let at = 0; at < whole.length; at += 3) {
      const [found] = await read(
        damaged(zip => zip.writeUInt8(zip[at]! ^ 0xff, at)),
        ['g'],
      );
      expect(found).toMatch(/^(g\.jpg|archive-|figure-)/);
    }
  });
});
