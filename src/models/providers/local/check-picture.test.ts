import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkPicture, largestPicturePixels } from './check-picture.ts';

const wide = { create: { width: 700, height: 300, channels: 3, background: 'red' } } as const;

test('reads the size of every format from its header', async () => {
  const forms = [
    sharp(wide).png(),
    sharp(wide).jpeg(),
    sharp(wide).jpeg({ progressive: true }).withMetadata({ orientation: 6 }),
    sharp(wide).webp(),
    sharp(wide).webp({ lossless: true }),
    sharp(wide).webp().withMetadata({ orientation: 6 }),
  ];
  for (const form of forms) {
    const bytes = await form.toBuffer();
    expect(() => checkPicture(bytes)).not.toThrow();
    // A width that is read wrongly would not be too large when its file says so.
    expect(codeOf(enlarged(bytes))).toBe('picture-too-large');
  }
});

test('takes a picture up to the limit', () => {
  expect(codeOf(png(10_000, largestPicturePixels / 10_000))).toBe(undefined);
  expect(codeOf(png(10_000, largestPicturePixels / 10_000 + 1))).toBe('picture-too-large');
});

test('refuses what is not a picture, without decoding it', () => {
  const others = [
    '',
    'GIF89a',
    '%PDF-1.7',
    '<svg width="1"/>',
    'RIFF____WAVE',
    '\x89PNG\r\n\x1a\n',
  ];
  for (const content of others)
    expect(codeOf(Buffer.from(content, 'latin1'))).toBe('picture-unreadable');
  expect(codeOf(png(0, 5))).toBe('picture-unreadable');
  expect(codeOf(Buffer.from('\xff\xd8\xff\xe0\x00\x10', 'latin1'))).toBe('picture-unreadable');
  expect(codeOf(Buffer.from('\xff\xd8\xff\xff\xff\xff\xff', 'latin1'))).toBe('picture-unreadable');
  expect(codeOf(Buffer.from('RIFF____WEBPVP8X', 'latin1'))).toBe('picture-unreadable');
});

test('ends on a segment that says it has no length', () => {
  expect(codeOf(Buffer.from('\xff\xd8\xff\xe0\x00\x00\xff\xe0\x00\x00', 'latin1'))).toBe(
    'picture-unreadable',
  );
});

function codeOf(bytes: Uint8Array): string | undefined {
  try {
    checkPicture(bytes);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

function png(width: number, height: number): Buffer {
  const file = Buffer.alloc(24);
  file.write('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', 'latin1');
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

/** The same file, whose header says that it is the largest that its format can be. */
function enlarged(bytes: Buffer): Buffer {
  const file = Buffer.from(bytes);
  const kind = file.toString('latin1', 12, 16);
  if (kind === 'IHDR') file.fill(0x7f, 16, 24);
  else if (kind === 'VP8 ') file.fill(0xff, 26, 30);
  else if (kind === 'VP8L') file.fill(0xff, 21, 25);
  else if (kind === 'VP8X') file.fill(0xff, 24, 30);
  else {
    const frame = Math.max(
      file.indexOf('\xff\xc0\x00\x11', 'latin1'),
      file.indexOf('\xff\xc2\x00\x11', 'latin1'),
    );
    file.fill(0xff, frame + 5, frame + 9);
  }
  return file;
}
