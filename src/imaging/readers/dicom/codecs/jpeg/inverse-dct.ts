/** Cosines of sixteenths of a half turn, times the root of two. */
const cosine = (sixteenths: number) => Math.SQRT2 * Math.cos((sixteenths * Math.PI) / 16);
const [cos1, cos2, cos3] = [cosine(1), cosine(2), cosine(3)];
const [cos5, cos6, cos7] = [cosine(5), cosine(6), cosine(7)];
/** In 13 bits behind the point, as libjpeg rounds them. */
const fixed = (weight: number) => Math.round(weight * 8192);

const even = { both: fixed(cos6), second: fixed(cos2 - cos6), sixth: fixed(cos2 + cos6) };
const odd = {
  all: fixed(cos3),
  first: fixed(cos1 + cos3 - cos5 - cos7),
  third: fixed(cos1 + cos3 + cos5 - cos7),
  fifth: fixed(cos1 + cos3 - cos5 + cos7),
  seventh: fixed(cos3 + cos5 - cos1 - cos7),
  outer: fixed(cos3 - cos7),
  inner: fixed(cos1 + cos3),
  lower: fixed(cos3 - cos5),
  upper: fixed(cos3 + cos5),
};

/**
 * From 64 frequencies, row by row, to 64 values around zero, in the integers and with the
 * rounding of libjpeg's accurate transform (Loeffler, Ligtenberg, Moschytz 1989): others decode a
 * film with that one, and values should be the same to the last bit.
 */
export function inverseDct(block: Float64Array, precision: number): void {
  // Bits that are kept between the passes: more would not fit libjpeg's integers.
  const kept = precision > 8 ? 1 : 2;
  for (let column = 0; column < 8; column++) transform(block, column, 8, 2 ** (13 - kept));
  for (let row = 0; row < 64; row += 8) transform(block, row, 1, 2 ** (13 + kept + 3));
}

/** Eight values, `step` apart, in place; divided and rounded half up. */
function transform(block: Float64Array, at: number, step: number, divisor: number): void {
  const place = (index: number) => at + index * step;
  const value = (index: number) => block[place(index)]!;
  const both = (value(2) + value(6)) * even.both;
  const low = both - value(6) * even.sixth;
  const high = both + value(2) * even.second;
  const sum = (value(0) + value(4)) * 8192;
  const difference = (value(0) - value(4)) * 8192;
  const evens = [sum + high, difference + low, difference - low, sum - high];

  const [first, third, fifth, seventh] = [value(1), value(3), value(5), value(7)];
  const all = (first + third + fifth + seventh) * odd.all;
  const outer = (first + seventh) * odd.outer;
  const inner = (third + fifth) * odd.inner;
  const upper = all - (third + seventh) * odd.upper;
  const lower = all - (first + fifth) * odd.lower;
  const odds = [
    first * odd.first - outer + lower,
    third * odd.third - inner + upper,
    fifth * odd.fifth - inner + lower,
    seventh * odd.seventh - outer + upper,
  ];

  for (let index = 0; index < 4; index++) {
    block[place(index)] = Math.floor((evens[index]! + odds[index]!) / divisor + 0.5);
    block[place(7 - index)] = Math.floor((evens[index]! - odds[index]!) / divisor + 0.5);
  }
}
