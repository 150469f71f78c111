import fc from 'fast-check';

type Spoil = (file: Buffer, other: Buffer) => Buffer;

/** Shares of a file's length, so that they mean something in files of any length; half of them
 *  lie in its head, where what matters stands. */
const place = fc.tuple(fc.nat(999_999), fc.boolean()).map(([part, inHead]) => (file: Buffer) => {
  const length = inHead ? Math.min(file.length, 600) : file.length;
  return Math.floor((part / 1e6) * length);
});

const count = fc.integer({ min: 1, max: 60 });
const numbers = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];
const words = '0,-1,999999999,1e300,NaN,%d,../x,True,4294967296, ,\n'.split(',');

const flip = fc.record({ place, bit: fc.nat(7) }).map(
  ({ place, bit }): Spoil =>
    file => {
      const copy = Buffer.from(file);
      const at = place(file);
      if (at < copy.length) copy[at]! ^= 1 << bit;
      return copy;
    },
);

/** A length, a count, a place: what headers have. */
const misstate = fc
  .record({
    ...{ place, number: fc.constantFrom(...numbers) },
    ...{ width: fc.constantFrom(1, 2, 4), big: fc.boolean() },
  })
  .map(
    ({ place, number, width, big }): Spoil =>
      file => {
        const copy = Buffer.from(file);
        const at = place(file);
        if (at + width > copy.length) return copy;
        const value = number % 2 ** (8 * width);
        if (big) copy.writeUIntBE(value, at, width);
        else copy.writeUIntLE(value, at, width);
        return copy;
      },
  );

/** The same where headers are words. */
const reword = fc.record({ place, word: fc.constantFrom(...words) }).map(
  ({ place, word }): Spoil =>
    file => {
      const start = file.indexOf(' ', place(file)) + 1;
      const length = file.subarray(start).findIndex(byte => byte === 0x20 || byte === 0x0a);
      const rest = file.subarray(start + Math.max(length, 0));
      return Buffer.concat([file.subarray(0, start), Buffer.from(word), rest]);
    },
);

const cut = place.map(
  (place): Spoil =>
    file =>
      file.subarray(0, place(file)),
);

const drop = fc.record({ place, count }).map(
  ({ place, count }): Spoil =>
    file => {
      return Buffer.concat([file.subarray(0, place(file)), file.subarray(place(file) + count)]);
    },
);

const repeat = fc.record({ place, count }).map(
  ({ place, count }): Spoil =>
    file => {
      return Buffer.concat([file.subarray(0, place(file) + count), file.subarray(place(file))]);
    },
);

/** The head of one file and the rest of another. */
const splice = fc.record({ place, from: place }).map(
  ({ place, from }): Spoil =>
    (file, other) => {
      return Buffer.concat([file.subarray(0, place(file)), other.subarray(from(other))]);
    },
);

/** One thing or several that go wrong with a file; another file lends its parts. */
export const spoils: fc.Arbitrary<Spoil> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: flip },
      { weight: 6, arbitrary: misstate },
      { weight: 2, arbitrary: reword },
      ...[cut, drop, repeat, splice],
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(each => (file, other) => each.reduce((spoilt, spoil) => spoil(spoilt, other), file));
