import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodeLosslessJpeg } from '../../testing/encode-lossless-jpeg.ts';
import { hill, noise } from '../../testing/noise.ts';
import { decodeDeepJpeg } from './decode-deep-jpeg.ts';
import { decodeJpeg } from './decode-jpeg.ts';
import { readJpegHeader } from './read-jpeg-header.ts';

const [columns, rows] = [45, 37];
const expected = { columns, rows, bitsAllocated: 8, photometric: 'YBR_FULL_422' };
const raw = (channels: 1 | 3) => ({ raw: { width: columns, height: rows, channels } });
const grey = Buffer.from(hill(columns, rows, 255));
const greyStream = (progressive: boolean) =>
  sharp(grey, raw(1)).toColourspace('b-w').jpeg({ quality: 92, progressive }).toBuffer();
const worst = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, at) => Math.abs(value - b[at]!)));
const unreadable = expect.objectContaining({ code: 'dicom-pixels-unreadable' });

test('our own decoder of DCT gives what libjpeg gives, sequential and progressive', async () => {
  for (const progressive of [false, true]) {
    const stream = await greyStream(progressive);
    const ours = decodeDeepJpeg(stream, readJpegHeader(stream));
    const theirs = await decodeJpeg(stream, { ...expected, samples: 1 });
    expect(ours.values.length).toBe(columns * rows);
    expect([...ours.values]).toEqual([...theirs.values]);
    expect(worst(theirs.values, grey)).toBeLessThan(12);
  }
});

test('colours of JPEG come as red, green and blue, whoever says that they are turned', async () => {
  const colours = Buffer.from(hill(columns, rows, 255).flatMap(v => [v, 255 - v, v >> 1]));
  const options = { quality: 100, chromaSubsampling: '4:4:4' };
  const silent = await sharp(colours, raw(3)).jpeg(options).toBuffer();
  const jfif = insertSegment(
    silent,
    0xe0,
    Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1'),
  );
  const isNear = async (bytes: Buffer, photometric: string) => {
    const read = await decodeJpeg(bytes, { ...expected, samples: 3, photometric });
    expect(read.isRgb).toBe(true);
    return worst(read.values, colours) < 6;
  };
  // JFIF is always YCbCr, Adobe says it; where the stream is silent the file's word counts.
  const adobe = (transform: number) =>
    insertSegment(
      silent,
      0xee,
      Buffer.from(`Adobe\0d\0\0\0\0${String.fromCharCode(transform)}`, 'latin1'),
    );
  expect(await isNear(jfif, 'RGB')).toBe(true);
  expect(await isNear(adobe(1), 'RGB')).toBe(true);
  expect(await isNear(adobe(0), 'YBR_FULL_422')).toBe(false);
  expect(await isNear(silent, 'YBR_FULL')).toBe(true);
  expect(await isNear(silent, 'RGB')).toBe(false);
});

test('a stream that ends early is unreadable, and so is one of another size', async () => {
  const noisy = noise(columns * rows, 0, 255);
  const shape = { columns, rows, samples: 1, precision: 8, predictor: 1 };
  const lossless = encodeLosslessJpeg(noisy, shape);
  const sequential = await greyStream(false);
  const size = { ...expected, samples: 1 };
  for (const share of [0.1, 0.5, 0.9]) {
    const part = lossless.subarray(0, lossless.length * share);
    await expect(decodeJpeg(part, size)).rejects.toThrow(unreadable);
    const deep = sequential.subarray(0, sequential.length * share);
    expect(() => decodeDeepJpeg(deep, readJpegHeader(deep))).toThrow(unreadable);
  }
  for (const other of [{ rows: 36 }, { columns: 46 }, { samples: 3 }]) {
    await expect(decodeJpeg(sequential, { ...size, ...other })).rejects.toThrow(unreadable);
  }
});

function insertSegment(stream: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, body.length + 2);
  return Buffer.concat([stream.subarray(0, 2), head, body, stream.subarray(2)]);
}
