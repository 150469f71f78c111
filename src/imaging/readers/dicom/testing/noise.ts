/** Whole numbers from `least` to `most`, both among them, the same in every run. */
export function noise(length: number, least: number, most: number, seed = 1): number[] {
  let state = seed;
  const numbers = Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  });
  return [least, most, ...numbers].slice(0, length);
}

/** A smooth hill with a little noise, as pictures are. */
export function hill(columns: number, rows: number, most: number, seed = 1): number[] {
  const rough = noise(columns * rows, 0, Math.max(1, Math.floor(most / 64)), seed);
  return rough.map((value, at) => {
    const [x, y] = [(at % columns) / columns, Math.floor(at / columns) / rows];
    const height = Math.sin(Math.PI * x) * Math.sin(Math.PI * y);
    return Math.min(most, Math.round(height * most * 0.9) + value);
  });
}
