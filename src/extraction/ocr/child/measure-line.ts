/** What the ink of a line shows besides its letters. Shares are of the height or the width of the
 *  line's picture. */
export type LineInk = {
  /** Where most letters stand. */
  baseline: number;
  /** From there up to the highest ink. */
  ascent: number;
  /** How much of the band of small letters is ink: bold print has more. */
  weight: number;
  /** Columns without ink between letters and words. */
  gaps: Gap[];
};

/** Its middle as a share of the width of the line, its own width as a share of the height. */
export type Gap = { at: number; width: number };

/** From grey pixels, row after row. */
export function measureLine(grey: Uint8Array, width: number, height: number): LineInk {
  const isInk = inkOf(grey);
  const rows = new Uint32Array(height);
  const columns = new Uint32Array(width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (isInk(grey[y * width + x]!)) {
        rows[y]!++;
        columns[x]!++;
      }
  const most = Math.max(1, ...rows);
  const top = rows.findIndex(count => count >= 0.4 * most);
  const base = rows.findLastIndex(count => count >= 0.4 * most);
  const band = rows.slice(top, base + 1);
  const written = columns.filter(count => count > 0).length;
  const ink = band.reduce((sum, count) => sum + count, 0);
  const highest = rows.findIndex(count => count >= Math.max(1, 0.03 * most));
  return {
    baseline: (base + 1) / height,
    ascent: (base + 1 - highest) / height,
    weight: ink / Math.max(1, written * band.length),
    gaps: gapsOf(columns).map(({ at, width: gap }) => ({ at: at / width, width: gap / height })),
  };
}

/** Dark on light or light on dark, whichever there is less of. */
function inkOf(grey: Uint8Array): (value: number) => boolean {
  let [least, most, sum] = [255, 0, 0];
  for (const value of grey) {
    least = Math.min(least, value);
    most = Math.max(most, value);
    sum += value;
  }
  const middle = (least + most) / 2;
  const isDarkOnLight = sum / grey.length > middle;
  return value => (isDarkOnLight ? value < middle : value > middle);
}

function gapsOf(columns: Uint32Array): Gap[] {
  const gaps: Gap[] = [];
  let from = -1;
  let hasInk = false;
  for (let x = 0; x < columns.length; x++) {
    if (columns[x]! > 0) {
      if (from >= 0 && hasInk) gaps.push({ at: (from + x) / 2, width: x - from });
      from = -1;
      hasInk = true;
    } else if (from < 0) from = x;
  }
  return gaps;
}
