import { hash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fileDoor } from '../testing/try-door.ts';

/** Bright discs on a dark ground: pictures that differ in where the discs are. */
function drawing(offset: number, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  const pixels = Buffer.alloc(128 * 128, 50);
  for (let y = 0; y < 128; y++)
    for (let x = 0; x < 128; x++)
      for (const centre of [20, 60, 100])
        if (((x - 64 - offset) / 30) ** 2 + ((y - centre) / 9) ** 2 < 1) pixels[y * 128 + x] = 220;
  const raw = { width: 128, height: 128, channels: 1 } as const;
  return sharp(pixels, { raw }).toColourspace('b-w').toFormat(format).toBuffer();
}

function album(pictures: Buffer[]) {
  const kept = new Map(pictures.map(bytes => [hash('sha256', bytes), bytes]));
  return { hashes: [...kept.keys()], readPicture: async (sha256: string) => kept.get(sha256)! };
}

const dot = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

test('a picture becomes a point of length 1, near those that look like it, and is described once', async () => {
  const { hashes, readPicture } = album([
    ...[await drawing(0), await drawing(2), await drawing(0, 'jpeg')],
    await sharp({ create: { width: 90, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  ]);
  await using door = await fileDoor({}, { readPicture });
  const outcomes = await Promise.all(
    hashes.map(sha256 => door.models.embed({ input: { sha256 }, class: 'clinical' })),
  );
  const points = outcomes.map(outcome => {
    expect(outcome).toMatchObject({ status: 'answered', by: { offline: true }, requests: 1 });
    return outcome.status === 'answered' ? outcome.answer : new Float32Array();
  });
  for (const point of points) expect(dot(point, point)).toBeCloseTo(1, 5);
  const [first, beside, sameAgain, blank] = points as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  expect(dot(first, sameAgain)).toBeGreaterThan(0.85);
  expect(dot(first, beside)).toBeGreaterThan(dot(first, blank));
  const again = await door.models.embed({ input: { sha256: hashes[0]! }, class: 'public' });
  expect(again).toMatchObject({ requests: 0, call: outcomes[0]!.call });
  expect(again.status === 'answered' && [...again.answer]).toEqual([...first]);
});

test('a picture that cannot be read is a failure of its own, and not of the run', async () => {
  const whole = await drawing(0);
  const { hashes, readPicture } = album([
    whole.subarray(0, whole.length / 2),
    Buffer.from('GIF, not'),
  ]);
  await using door = await fileDoor({}, { readPicture });
  for (const sha256 of hashes) {
    const outcome = await door.models.embed({ input: { sha256 }, class: 'public' });
    expect(outcome).toMatchObject({ status: 'failed', reason: 'request-rejected' });
    expect(outcome.status === 'failed' && outcome.code).toMatch(/^picture-/);
  }
});

test('a model that cannot embed is said to be one', async () => {
  const models = { gpt: { provider: 'openai', egress: 'external' } };
  await using door = await fileDoor({ models, roles: { 'embed-picture': 'gpt' } });
  const asking = door.models.embed({ input: { sha256: 'ab'.repeat(32) }, class: 'public' });
  await expect(asking).rejects.toMatchObject({ code: 'cannot-embed-pictures', mender: 'user' });
});
