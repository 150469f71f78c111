import { expect, test } from 'vitest';
import { decodeDicomPixels } from '../pixels/decode-pixels.ts';
import { makePicture } from '../testing/make-picture.ts';
import { EXPLICIT_LITTLE } from '../transfer-syntaxes.ts';
import { toRgb } from './to-rgb.ts';

const base = { syntax: EXPLICIT_LITTLE, rows: 1, columns: 4, bitsAllocated: 8, samples: 3 };

async function rgbOf(options: Parameters<typeof makePicture>[0]) {
  const { header, pixels } = await decodeDicomPixels(makePicture(options));
  return toRgb(pixels, header.image!);
}

test('turns brightness and colour differences into red, green and blue', async () => {
  // Red, green, blue and grey, as the standard's equation has them.
  const pixels = Uint8Array.of(76, 85, 255, 150, 44, 21, 29, 255, 107, 128, 128, 128);
  const full = await rgbOf({ ...base, photometric: 'YBR_FULL', pixels });
  expect([...full!.values]).toEqual([254, 0, 0, 0, 255, 1, 0, 0, 254, 128, 128, 128]);
  const room = Uint8Array.of(16, 128, 128, 235, 128, 128, 81, 90, 240, 126, 128, 128);
  const partial = await rgbOf({ ...base, photometric: 'YBR_PARTIAL_422', pixels: room });
  expect([...partial!.values]).toEqual([0, 0, 0, 255, 255, 255, 254, 0, 0, 128, 128, 128]);
  const rgb = await rgbOf({ ...base, photometric: 'RGB', pixels });
  expect([...rgb!.values]).toEqual([...pixels]);
});

test('looks colours up, and holds on to a table at its ends', async () => {
  const descriptor = [3, 10, 16] as const;
  const entries = (...numbers: number[]) => new Uint8Array(Uint16Array.from(numbers).buffer);
  const rgb = await rgbOf({
    ...{ ...base, samples: 1, photometric: 'PALETTE COLOR', pixels: Uint8Array.of(0, 10, 11, 99) },
    more: [
      [0x00281101, 'US', descriptor],
      [0x00281102, 'US', descriptor],
      [0x00281103, 'US', descriptor],
      [0x00281201, 'OW', entries(1, 2, 60_000)],
      [0x00281202, 'OW', entries(4, 5, 6)],
      [0x00281203, 'OW', entries(7, 8, 9)],
    ],
  });
  expect(rgb).toEqual({
    ...{ bits: 16, values: Uint16Array.of(1, 4, 7, 1, 4, 7, 2, 5, 8, 60_000, 6, 9) },
  });
});

test('grey has no colours, and a palette that is missing is told', async () => {
  const grey = { ...base, samples: 1, pixels: new Uint8Array(4) };
  expect(await rgbOf(grey)).toBeNull();
  await expect(rgbOf({ ...grey, photometric: 'PALETTE COLOR' })).rejects.toThrow(
    expect.objectContaining({ code: 'dicom-invalid' }),
  );
});
