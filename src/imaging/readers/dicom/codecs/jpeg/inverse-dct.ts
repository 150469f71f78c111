/** Weights of the eight frequencies at the eight places. */
const weights = Float64Array.from({ length: 64 }, (_, at) => {
  const [place, frequency] = [at >> 3, at & 7];
  const scale = frequency === 0 ? Math.SQRT1_2 / 2 : 0.5;
  return scale * Math.cos(((2 * place + 1) * frequency * Math.PI) / 16);
});

const rowsDone = new Float64Array(64);

/** From 64 frequencies, row by row, to 64 values around zero. In floating point: the 12-bit JPEG
 *  of films and old scanners is rare, and exact is better than fast there. */
export function inverseDct(frequencies: Float64Array, into: Float64Array): void {
  for (let row = 0; row < 64; row += 8) {
    for (let place = 0; place < 8; place++) {
      let sum = 0;
      for (let frequency = 0; frequency < 8; frequency++) {
        sum += frequencies[row + frequency]! * weights[place * 8 + frequency]!;
      }
      rowsDone[row + place] = sum;
    }
  }
  for (let place = 0; place < 64; place++) {
    const [y, x] = [place >> 3, place & 7];
    let sum = 0;
    for (let frequency = 0; frequency < 8; frequency++) {
      sum += rowsDone[frequency * 8 + x]! * weights[y * 8 + frequency]!;
    }
    into[place] = sum;
  }
}
