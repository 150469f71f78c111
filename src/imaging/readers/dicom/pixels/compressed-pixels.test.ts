import { expect, test } from 'vitest';
import { encapsulate, extendedOffsets } from '../testing/encapsulate.ts';
import { encodeLosslessJpeg } from '../testing/encode-lossless-jpeg.ts';
import { encodeRle } from '../testing/encode-rle.ts';
import { encodeWasm } from '../testing/encode-wasm.ts';
import { makePicture, type PictureOptions } from '../testing/make-picture.ts';
import { hill, noise } from '../testing/noise.ts';
import { decodeDicomPixels, openDicom } from './decode-pixels.ts';

const root = '1.2.840.10008.1.2.';
const [columns, rows] = [13, 11];
const size = { columns, rows };
const wasmSize = { width: columns, height: rows };
const bytesOf = (values: ArrayBufferView) =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
const decode = async (options: PictureOptions) =>
  (await decodeDicomPixels(makePicture(options))).pixels;
const codeOf = (file: Uint8Array) =>
  decodeDicomPixels(file).then(
    () => 'decoded',
    error => error.code,
  );

test('lossless JPEG: every predictor, depth and number of samples, with restarts', async () => {
  for (let predictor = 1; predictor <= 7; predictor++) {
    for (const precision of [8, 12, 16]) {
      for (const samples of [1, 3]) {
        const values = noise(columns * rows * samples, 0, 2 ** precision - 1, predictor);
        const shape = { ...size, samples, precision, predictor };
        for (const how of [{}, { restartEvery: columns * 3 }, { separate: true }]) {
          const stream = encodeLosslessJpeg(values, { ...shape, ...how });
          const read = await decode({
            ...{ ...size, samples, syntax: `${root}4.57`, pixels: encapsulate([[stream]]) },
            ...{ vr: 'fragments', bitsAllocated: precision > 8 ? 16 : 8, bitsStored: precision },
          });
          expect([predictor, precision, samples, how, [...read.values]]).toEqual([
            ...[predictor, precision, samples, how, values],
          ]);
        }
      }
    }
  }
});

test('lossless JPEG gives what its point transform left, and the sign that the file says', async () => {
  const values = noise(columns * rows, 0, 4095);
  const shape = { ...size, samples: 1, precision: 12, predictor: 1 };
  const base = {
    ...size,
    syntax: `${root}4.70`,
    vr: 'fragments',
    bitsAllocated: 16,
    bitsStored: 12,
  };
  const shifted = encapsulate([[encodeLosslessJpeg(values, { ...shape, shift: 2 })]]);
  const read = await decode({ ...base, pixels: shifted });
  expect([...read.values]).toEqual(values.map(value => value & ~3));
  const whole = encapsulate([[encodeLosslessJpeg(values, shape)]]);
  const signed = await decode({ ...base, signed: true, pixels: whole });
  expect([...signed.values]).toEqual(values.map(value => (value << 20) >> 20));
});

test('JPEG-LS, JPEG 2000 and HTJ2K without loss', async () => {
  const kinds = [
    ['jpeg-ls', `${root}4.80`],
    ['jpeg-2000', `${root}4.90`],
    ['htj2k', `${root}4.201`],
    ['htj2k', `${root}4.202`],
    // In a file that says plain JPEG 2000: the stream knows better.
    ['htj2k', `${root}4.90`],
  ] as const;
  for (const [kind, syntax] of kinds) {
    for (const [bits, samples] of [
      [8, 1],
      [12, 1],
      [16, 1],
      [8, 3],
    ] as const) {
      const array = bits > 8 ? Uint16Array : Uint8Array;
      const values = array.from(noise(columns * rows * samples, 0, 2 ** bits - 1));
      const shape = { ...wasmSize, bitsPerSample: bits, componentCount: samples };
      const modes = kind === 'jpeg-ls' && samples === 3 ? [1, 2] : [0];
      for (const mode of modes) {
        const stream = await encodeWasm(kind, values, shape, encoder => {
          encoder.setInterleaveMode?.(mode);
          encoder.setQuality?.(true, 0);
        });
        const read = await decode({
          ...{ ...size, samples, syntax, pixels: encapsulate([[stream]]), vr: 'fragments' },
          ...{ bitsAllocated: bits > 8 ? 16 : 8, bitsStored: bits },
          photometric: samples === 1 ? 'MONOCHROME2' : kind === 'jpeg-ls' ? 'RGB' : 'YBR_RCT',
        });
        expect([syntax, bits, samples, mode, read.values]).toEqual([
          ...[syntax, bits, samples, mode, values],
        ]);
        if (samples === 3) expect(read.photometric).toBe('RGB');
      }
    }
  }
});

test('JPEG-LS with planes one after the other', async () => {
  const planes = Uint8Array.from(noise(columns * rows * 3, 0, 255));
  const shape = { ...wasmSize, bitsPerSample: 8, componentCount: 3 };
  const stream = await encodeWasm('jpeg-ls', planes, shape, each => each.setInterleaveMode?.(0));
  const read = await decode({
    ...{ ...size, samples: 3, syntax: `${root}4.80`, vr: 'fragments', bitsAllocated: 8 },
    pixels: encapsulate([[stream]]),
  });
  const pixels = columns * rows;
  const expected = planes.map((_, at) => planes[(at % 3) * pixels + Math.floor(at / 3)]!);
  expect(read.values).toEqual(expected);
});

test('signed values come back as they went in, whether the stream knows their sign or not', async () => {
  const values = Int16Array.from(noise(columns * rows, -2048, 2047));
  const base = { ...size, bitsAllocated: 16, signed: true, vr: 'fragments' };
  const shape = { ...wasmSize, bitsPerSample: 16, componentCount: 1 };
  const known = await encodeWasm('jpeg-2000', values, { ...shape, isSigned: true }, encoder =>
    encoder.setQuality?.(true, 0),
  );
  const unknown = await encodeWasm('jpeg-ls', values, shape);
  for (const [syntax, stream] of [
    [`${root}4.90`, known],
    [`${root}4.80`, unknown],
  ] as const) {
    const read = await decode({ ...base, syntax, pixels: encapsulate([[stream]]) });
    expect([syntax, read.values]).toEqual([syntax, values]);
  }
});

test('JPEG-LS and JPEG 2000 with loss stay as near as they promise', async () => {
  const values = Uint16Array.from(hill(columns, rows, 4095));
  const shape = { ...wasmSize, bitsPerSample: 12, componentCount: 1 };
  const near = await encodeWasm('jpeg-ls', values, shape, each => each.setNearLossless?.(3));
  const base = { ...size, bitsAllocated: 16, bitsStored: 12, vr: 'fragments' };
  const read = await decode({ ...base, syntax: `${root}4.81`, pixels: encapsulate([[near]]) });
  const errors = [...read.values].map((value, at) => Math.abs(value - values[at]!));
  expect(Math.max(...errors)).toBeLessThanOrEqual(3);
  expect(Math.max(...errors)).toBeGreaterThan(0);
  for (const [kind, syntax] of [
    ['jpeg-2000', `${root}4.91`],
    ['htj2k', `${root}4.203`],
  ] as const) {
    const stream = await encodeWasm(kind, values, shape, each => each.setQuality?.(false, 0.001));
    const lossy = await decode({ ...base, syntax, pixels: encapsulate([[stream]]) });
    const worst = Math.max(...[...lossy.values].map((v, at) => Math.abs(v - values[at]!)));
    expect(worst).toBeLessThan(64);
  }
});

test('RLE of 8, 16 and 32 bits, in grey and in colour, over several frames', async () => {
  for (const [bits, array] of [
    [8, Uint8Array],
    [16, Uint16Array],
    [32, Uint32Array],
  ] as const) {
    for (const samples of [1, 3]) {
      const length = columns * rows * samples;
      const values = array.from(noise(length * 2, 0, 2 ** bits - 1).map(v => (v % 7 ? v : 0)));
      const frames = [0, 1].map(frame => [
        encodeRle(bytesOf(values.slice(frame * length, (frame + 1) * length)), samples, bits / 8),
      ]);
      const read = await decode({
        ...{ ...size, samples, frames: 2, syntax: `${root}5`, bitsAllocated: bits },
        ...{ vr: 'fragments', pixels: encapsulate(frames) },
      });
      expect([bits, samples, read.values]).toEqual([bits, samples, values]);
    }
  }
});

test('frames over any number of fragments, with a table, a long table, or none', async () => {
  const pictures = [1, 2, 3].map(seed => noise(columns * rows, 0, 255, seed));
  const shape = { ...size, samples: 1, precision: 8, predictor: 1 };
  const frames = pictures.map((picture, index) => {
    const stream = encodeLosslessJpeg(picture, shape);
    const cuts = Array.from({ length: index }, (_, at) => 40 + 30 * at);
    return [0, ...cuts].map((from, at) => stream.subarray(from, cuts[at]));
  });
  const base = { ...size, frames: 3, syntax: `${root}4.70`, vr: 'fragments', bitsAllocated: 8 };
  const long = [[0x7fe00001, 'OV', extendedOffsets(frames)]] as const;
  for (const options of [
    { pixels: encapsulate(frames) },
    { pixels: encapsulate(frames, { withEnd: false }) },
    { pixels: encapsulate(frames, { withOffsets: true }) },
    { pixels: encapsulate(frames), more: long },
  ]) {
    expect([...(await decode({ ...base, ...options })).values]).toEqual(pictures.flat());
  }
  const file = makePicture({ ...base, pixels: encapsulate(frames, { withOffsets: true }) });
  const last = await decodeDicomPixels(file, { frames: [2] });
  expect([...last.pixels.values]).toEqual(pictures[2]);
  const opened = openDicom(file);
  for (const frame of [2, 0]) {
    expect([...(await opened.decode({ frames: [frame] })).values]).toEqual(pictures[frame]);
  }
  const short = file.subarray(0, file.length - 60);
  expect([...(await decodeDicomPixels(short, { frames: [0] })).pixels.values]).toEqual(pictures[0]);
  expect(await codeOf(short)).toBe('dicom-cut');
});

test('a table of offsets that does not fit is not believed', async () => {
  const pictures = [1, 2].map(seed => noise(columns * rows, 0, 255, seed));
  const shape = { ...size, samples: 1, precision: 8, predictor: 1 };
  const frames = pictures.map(picture => [encodeLosslessJpeg(picture, shape)]);
  const pixels = encapsulate(frames, { withOffsets: true });
  pixels.writeUInt32LE(7, 12);
  const base = { ...size, frames: 2, syntax: `${root}4.70`, vr: 'fragments', bitsAllocated: 8 };
  expect([...(await decode({ ...base, pixels })).values]).toEqual(pictures.flat());
});

test('what is not a picture, or not of the size that is stated, is told', async () => {
  const base = { ...size, vr: 'fragments', bitsAllocated: 8 };
  const file = (syntax: string, stream: Uint8Array) =>
    makePicture({ ...base, syntax: root + syntax, pixels: encapsulate([[stream]]) });
  const rubbish = Uint8Array.from(noise(500, 0, 255));
  const shape = { columns, rows: rows + 1, samples: 1, precision: 8, predictor: 1 };
  const taller = encodeLosslessJpeg(noise(columns * (rows + 1), 0, 255), shape);
  for (const syntax of ['4.50', '4.51', '4.57', '4.70', '4.80', '4.90', '4.201', '5']) {
    expect([syntax, await codeOf(file(syntax, rubbish))]).toEqual([
      ...[syntax, 'dicom-pixels-unreadable'],
    ]);
  }
  expect(await codeOf(file('4.70', taller))).toBe('dicom-pixels-unreadable');
  // A codec that failed leaves the next picture alone.
  const values = Uint8Array.from(noise(columns * rows, 0, 255));
  const good = { ...wasmSize, bitsPerSample: 8, componentCount: 1 };
  expect(await codeOf(file('4.80', await encodeWasm('jpeg-ls', values, good)))).toBe('decoded');
  expect(await codeOf(file('4.90', await encodeWasm('jpeg-2000', values, good)))).toBe('decoded');
  for (const syntax of ['4.92', '4.94', '4.100', '4.102', '4.110', '7.1', '4.999']) {
    expect([syntax, await codeOf(file(syntax, rubbish))]).toEqual([
      ...[syntax, 'dicom-syntax-unsupported'],
    ]);
  }
});
