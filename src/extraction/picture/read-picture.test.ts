import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { OcrEngine, OcrRequest } from '../ocr/ocr-engine.ts';
import { readPictures } from './read-picture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'spinemed-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

async function write(name: string, width: number): Promise<string> {
  const file = path.join(folder, name);
  const background = 'white';
  await sharp({ create: { width, height: 200, channels: 3, background } })
    .png()
    .toFile(file);
  return file;
}

/** Says of each page only that it was asked for it. */
function engine(asked: OcrRequest[], onRead = () => {}): OcrEngine {
  return {
    name: 'none',
    version: '1',
    async read(request) {
      asked.push(request);
      onRead();
      const { page, width, height } = request;
      const nothing = { runs: [], fonts: [], rules: [], panels: [], shapes: [], images: [] };
      return { number: page, width, height, ...nothing };
    },
    close() {},
  };
}

const savePicture = async () => '';

test('pages are those of the files in their order, and one that is no picture is said by its file', async () => {
  const broken = path.join(folder, 'broken');
  writeFileSync(broken, 'no picture');
  const files = [await write('a', 100), broken, await write('b', 300)];
  const asked: OcrRequest[] = [];
  const {
    read,
    files: fileOf,
    unread,
  } = await readPictures(files, { ocr: engine(asked), savePicture });
  // In points: the longer side is that of A4.
  expect(asked.map(({ page, width }) => [page, Math.round(width)])).toEqual([
    [1, 421],
    [3, 842],
  ]);
  expect(read).toMatchObject({
    pagesIn: 3,
    pages: [{ number: 1 }, { number: 3 }],
    rejects: [{ page: 2, reason: 'page-unreadable' }],
  });
  expect(unread).toEqual([broken]);
  expect([...fileOf.values()]).toEqual(files);
}, 60_000);

test('asked to end, it reads no further page', async () => {
  const files = [await write('a', 100), await write('b', 100), await write('c', 100)];
  const ending = new AbortController();
  const asked: OcrRequest[] = [];
  const ocr = engine(asked, () => ending.abort());
  await expect(readPictures(files, { ocr, savePicture, signal: ending.signal })).rejects.toThrow(
    /abort/i,
  );
  expect(asked).toHaveLength(1);
}, 60_000);
