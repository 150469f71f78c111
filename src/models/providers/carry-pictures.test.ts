import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { carryPictures } from './carry-pictures.ts';

function capture() {
  const bodies: string[] = [];
  const carrier = carryPictures(async (_, init) => {
    bodies.push(Buffer.from(init!.body as Uint8Array<ArrayBuffer>).toString('utf8'));
    return new Response();
  });
  const post = (body: string, id = 'a.1') =>
    carrier.fetch('http://127.0.0.1/', {
      method: 'POST',
      body,
      headers: { 'x-spinemed-attempt': id },
    });
  return { carrier, post, bodies };
}

const sha = (mark: number) => String(mark % 10).repeat(64);

test.each([0, 1, 2, 3, 47, 49_151, 49_152, 49_153, 98_304, 200_000])(
  'a picture of %i bytes arrives as its base64, whatever stands around it',
  async size => {
    const { carrier, post, bodies } = capture();
    const [one, two] = [randomBytes(size), randomBytes(77)];
    carrier.load(
      'a.1',
      new Map([
        [sha(1), { mediaType: 'image/png', bytes: one }],
        [sha(2), { mediaType: 'image/png', bytes: two }],
      ]),
    );
    const [first, second] = [carrier.markOf(sha(1)), carrier.markOf(sha(2))];
    await post(JSON.stringify({ text: '椎间盘 🦴', pictures: [first, second, first] }));
    expect(JSON.parse(bodies[0]!)).toEqual({
      text: '椎间盘 🦴',
      pictures: [one, two, one].map(bytes => bytes.toString('base64')),
    });
  },
);

test('a mark of another door, and a request without pictures, go as they are', async () => {
  const { carrier, post, bodies } = capture();
  const stranger = capture().carrier.markOf(sha(1));
  carrier.load('a.1', new Map([[sha(1), { mediaType: 'image/png', bytes: Buffer.from('x') }]]));
  await post(`{"text":"${stranger}"}`);
  await post(`{"text":"${carrier.markOf(sha(1))}"}`, 'b.1');
  expect(bodies[0]).toBe(`{"text":"${stranger}"}`);
  expect(bodies[1]).toContain(carrier.markOf(sha(1)));
});
