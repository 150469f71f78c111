import fc from 'fast-check';

/** One thing that goes wrong with a file's bytes. Places are shares of its length, so that they
 *  mean something in files of any length. */
type Fault =
  | { kind: 'byte'; place: number; byte: number }
  | { kind: 'length'; place: number; length: number }
  | { kind: 'cut'; place: number }
  | { kind: 'drop'; place: number; count: number }
  | { kind: 'repeat'; place: number; count: number };

// Doubles are drawn evenly over their bits, which is nearly always next to nought.
const place = fc.nat(999_999).map(part => part / 1e6);
const count = fc.integer({ min: 1, max: 40 });
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('byte'), place, byte: fc.nat(255) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ kind: fc.constant('length'), place },
      length: fc.constantFrom(0, 1, 0xff, 0xfffe, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff),
    }),
  },
  fc.record({ kind: fc.constant('cut'), place }),
  fc.record({ kind: fc.constant('drop'), place, count }),
  fc.record({ kind: fc.constant('repeat'), place, count }),
);

export const faults = fc.array(fault, { minLength: 1, maxLength: 6 });

/** A copy in which all of it went wrong. */
export function spoil(file: Uint8Array, wrong: readonly Fault[]): Buffer {
  let spoilt = Buffer.from(file);
  for (const each of wrong) {
    // The preamble means nothing, and without its four letters a file is of no known format.
    const at = 132 + Math.floor(each.place * Math.max(0, spoilt.length - 132));
    if (each.kind === 'byte') spoilt[at] = each.byte;
    else if (each.kind === 'length') {
      if (at + 4 <= spoilt.length) spoilt.writeUInt32LE(each.length, at);
    } else if (each.kind === 'cut') spoilt = spoilt.subarray(0, at);
    else if (each.kind === 'drop') {
      spoilt = Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(at + each.count)]);
    } else {
      const again = spoilt.subarray(at, at + each.count);
      spoilt = Buffer.concat([spoilt.subarray(0, at), again, spoilt.subarray(at)]);
    }
  }
  return spoilt;
}
