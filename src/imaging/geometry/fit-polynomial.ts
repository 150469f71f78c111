/** The polynomial of least squares through values at places, of a degree that the places can
 *  bear. Gives its slope at a place. */
export function fitSlope(
  places: readonly number[],
  values: readonly number[],
  degree: number,
): (place: number) => number {
  // Around the middle and within [-1, 1], where powers up to the fifth stay well apart.
  const centre = (Math.min(...places) + Math.max(...places)) / 2;
  const half = (Math.max(...places) - Math.min(...places)) / 2 || 1;
  const terms = Math.min(degree, places.length - 1) + 1;
  const powers = places.map(place => {
    const t = (place - centre) / half;
    return Array.from({ length: terms }, (_, power) => t ** power);
  });
  const coefficients = solve(
    Array.from({ length: terms }, (_, row) => [
      ...Array.from({ length: terms }, (_, column) =>
        powers.reduce((sum, power) => sum + power[row]! * power[column]!, 0),
      ),
      powers.reduce((sum, power, at) => sum + power[row]! * values[at]!, 0),
    ]),
  );
  return place => {
    const t = (place - centre) / half;
    return (
      coefficients.reduce((sum, c, power) => sum + (power && c * power * t ** (power - 1)), 0) /
      half
    );
  };
}

/** Rows of a matrix with the right side behind it, by elimination. */
function solve(rows: number[][]): number[] {
  const count = rows.length;
  for (let at = 0; at < count; at++) {
    const best = rows.slice(at).reduce((a, b) => (Math.abs(b[at]!) > Math.abs(a[at]!) ? b : a));
    rows.splice(rows.indexOf(best), 1);
    rows.splice(at, 0, best);
    for (const row of rows) {
      if (row === best || best[at] === 0) continue;
      const share = row[at]! / best[at]!;
      for (let column = at; column <= count; column++) row[column]! -= share * best[column]!;
    }
  }
  return rows.map((row, at) => (row[at] === 0 ? 0 : row[count]! / row[at]!));
}
