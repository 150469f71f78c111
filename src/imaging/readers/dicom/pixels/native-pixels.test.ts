import { expect, test } from 'vitest';
import { makePicture, type PictureOptions } from '../testing/make-picture.ts';
import { noise } from '../testing/noise.ts';
import { EXPLICIT_BIG, EXPLICIT_LITTLE, IMPLICIT_LITTLE } from '../transfer-syntaxes.ts';
import { decodeDicomPixels } from './decode-pixels.ts';

const DEFLATED = '1.2.840.10008.1.2.1.99';
const syntaxes = [IMPLICIT_LITTLE, EXPLICIT_LITTLE, EXPLICIT_BIG, DEFLATED];
const bytesOf = (values: ArrayBufferView) =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
const swap = (bytes: Uint8Array, width: number) =>
  bytes.map((_, at) => bytes[at - (at % width) + width - 1 - (at % width)]!);

async function decode(options: PictureOptions) {
  return (await decodeDicomPixels(makePicture(options))).pixels;
}

const size = { rows: 3, columns: 5, frames: 2 };

test('gives 8, 16 and 32 bits, signed or not, as every encoding writes them', async () => {
  const kinds = [
    [8, Uint8Array, Int8Array],
    [16, Uint16Array, Int16Array],
    [32, Uint32Array, Int32Array],
  ] as const;
  for (const syntax of syntaxes) {
    for (const [bits, unsigned, signed] of kinds) {
      for (const array of [unsigned, signed]) {
        const isSigned = array === signed;
        const [least, most] = isSigned
          ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1]
          : [0, 2 ** bits - 1];
        const values = array.from(noise(30, least, most));
        const isBig = syntax === EXPLICIT_BIG;
        const pixels = isBig ? swap(bytesOf(values), bits / 8) : bytesOf(values);
        const read = await decode({
          ...size,
          syntax,
          bitsAllocated: bits,
          signed: isSigned,
          pixels,
        });
        expect([syntax, read.values]).toEqual([syntax, values]);
        expect(read).toMatchObject({ rows: 3, columns: 5, samples: 1, frames: 2 });
      }
    }
  }
});

test('bytes that big endian files write as words are put right', async () => {
  const values = Uint8Array.from(noise(30, 0, 255));
  const [syntax, pixels] = [EXPLICIT_BIG, swap(values, 2)];
  const read = await decode({ ...size, syntax, bitsAllocated: 8, vr: 'OW', pixels });
  expect(read.values).toEqual(values);
});

test('turns the pixels that stand in big endian among little endian elements', async () => {
  const values = Uint16Array.from(noise(30, 0, 65_535));
  const pixels = swap(bytesOf(values), 2);
  const read = await decode({ ...size, syntax: '1.2.840.113619.5.2', bitsAllocated: 16, pixels });
  expect(read.values).toEqual(values);
});

test('does not copy what lies as it is needed', async () => {
  const pixels = bytesOf(Uint16Array.from(noise(30, 0, 4095)));
  const options = { ...size, syntax: EXPLICIT_LITTLE, bitsAllocated: 16, bitsStored: 12, pixels };
  const file = makePicture(options);
  const aligned = new Uint8Array(file.length);
  aligned.set(file);
  expect((await decodeDicomPixels(aligned)).pixels.values.buffer).toBe(aligned.buffer);
});

test('leaves bits aside that are no part of a value, and takes the sign from its highest', async () => {
  const base = { ...size, syntax: EXPLICIT_LITTLE, bitsAllocated: 16, bitsStored: 12 };
  const values = noise(30, -2048, 2047);
  const rubbish = noise(30, 0, 15, 7);
  const dirty = values.map((value, at) => (value & 0xfff) | (rubbish[at]! << 12));
  const pixels = bytesOf(Uint16Array.from(dirty));
  expect((await decode({ ...base, signed: true, pixels })).values).toEqual(Int16Array.from(values));
  expect((await decode({ ...base, pixels })).values).toEqual(
    Uint16Array.from(values.map(value => value & 0xfff)),
  );
  const raised = bytesOf(
    Uint16Array.from(values.map((v, at) => ((v & 0xfff) << 4) | rubbish[at]!)),
  );
  const high = { ...base, highBit: 15, signed: true, pixels: raised };
  expect((await decode(high)).values).toEqual(Int16Array.from(values));
});

test('unpacks single bits, over the ends of frames, and twelve bits', async () => {
  const bits = noise(30, 0, 1);
  const packed = new Uint8Array(4);
  for (const [at, bit] of bits.entries()) packed[at >> 3]! |= bit << (at & 7);
  const options = { ...size, syntax: EXPLICIT_LITTLE };
  const read = await decode({ ...options, bitsAllocated: 1, pixels: packed });
  expect(read.values).toEqual(Uint8Array.from(bits));
  const numbers = noise(30, 0, 4095);
  const triples = numbers.flatMap((low, at) => {
    const high = numbers[at + 1]!;
    return at % 2 === 0 ? [low & 255, (low >> 8) | ((high & 15) << 4), high >> 4] : [];
  });
  const twelve = { ...options, bitsAllocated: 12, vr: 'OW', pixels: Uint8Array.from(triples) };
  expect((await decode(twelve)).values).toEqual(Uint16Array.from(numbers));
});

test('puts the samples of a colour side by side', async () => {
  const colours = noise(90, 0, 255);
  const planes = [0, 1].flatMap(frame =>
    [0, 1, 2].flatMap(sample =>
      colours.slice(frame * 45, frame * 45 + 45).filter((_, at) => at % 3 === sample),
    ),
  );
  const options = { ...size, syntax: EXPLICIT_LITTLE, samples: 3, bitsAllocated: 8 };
  const side = await decode({ ...options, pixels: Uint8Array.from(colours) });
  const planar = await decode({ ...options, planar: true, pixels: Uint8Array.from(planes) });
  expect(side.values).toEqual(Uint8Array.from(colours));
  expect(planar.values).toEqual(side.values);
});

test('gives each pixel the colour that it shares with its neighbour', async () => {
  const options = { syntax: EXPLICIT_LITTLE, rows: 1, columns: 4, samples: 3, bitsAllocated: 8 };
  const pixels = Uint8Array.of(1, 2, 10, 20, 3, 4, 30, 40);
  const read = await decode({ ...options, photometric: 'YBR_FULL_422', pixels });
  expect([...read.values]).toEqual([1, 10, 20, 2, 10, 20, 3, 30, 40, 4, 30, 40]);
  expect(read.photometric).toBe('YBR_FULL_422');
  const cut = makePicture({ ...options, photometric: 'YBR_FULL_422', pixels }).subarray(0, -2);
  await expect(decodeDicomPixels(cut)).rejects.toThrow(
    expect.objectContaining({ code: 'dicom-cut' }),
  );
  const whole = Uint8Array.from(noise(12, 0, 255));
  const unthinned = await decode({ ...options, photometric: 'YBR_FULL_422', pixels: whole });
  expect(unthinned.values).toEqual(whole);
});

test('reads floating point pixels', async () => {
  for (const [tag, vr, array] of [
    [0x7fe00008, 'OF', Float32Array],
    [0x7fe00009, 'OD', Float64Array],
  ] as const) {
    const values = array.from([0, -1.5, Math.PI, 1e30, Number.NaN, 2]);
    const file = makePicture({
      ...{ syntax: EXPLICIT_LITTLE, rows: 2, columns: 3, bitsAllocated: 32 },
      pixels: new Uint8Array(0),
      more: [[tag, vr, bytesOf(values)]],
    });
    expect((await decodeDicomPixels(file)).pixels.values).toEqual(values);
  }
});

test('decodes the frames that are asked for, in that order', async () => {
  const values = noise(30, 0, 4095);
  const pixels = bytesOf(Uint16Array.from(values));
  const file = makePicture({ ...size, syntax: EXPLICIT_LITTLE, bitsAllocated: 16, pixels });
  const two = await decodeDicomPixels(file, { frames: [1, 0] });
  expect([...two.pixels.values]).toEqual([...values.slice(15), ...values.slice(0, 15)]);
  const cut = file.subarray(0, file.length - 4);
  const first = await decodeDicomPixels(cut, { frames: [0] });
  expect([...first.pixels.values]).toEqual(values.slice(0, 15));
  await expect(decodeDicomPixels(cut)).rejects.toThrow(
    expect.objectContaining({ code: 'dicom-cut' }),
  );
  await expect(decodeDicomPixels(file, { frames: [2] })).rejects.toThrow(
    expect.objectContaining({ code: 'dicom-invalid' }),
  );
});

test('refuses a picture for its size before it decodes one', async () => {
  const more = [[0x00280008, 'IS', 2 ** 31 - 1]] as const;
  const pixels = new Uint8Array(30);
  const file = makePicture({ ...size, syntax: EXPLICIT_LITTLE, bitsAllocated: 16, pixels, more });
  await expect(decodeDicomPixels(file)).rejects.toThrow(
    expect.objectContaining({ code: 'dicom-too-large' }),
  );
  await expect(decodeDicomPixels(file, { frames: [0], maxBytes: 29 })).rejects.toThrow(
    expect.objectContaining({ code: 'dicom-too-large' }),
  );
});
