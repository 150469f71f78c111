import { escapeHtml, type Html, trusted } from '../html.ts';

export type Spoke = { label: string };
export type Ring = { name: string; colour: string; values: readonly (number | null)[] };

const [centre, radius, rings] = [{ x: 350, y: 250 }, 180, 4];

/** Values from `least` to `most` on spokes around a centre. vega-lite has no such chart. */
export function radar(
  spokes: readonly Spoke[],
  shapes: readonly Ring[],
  { least, most }: { least: number; most: number },
): Html {
  const at = (spoke: number, share: number): [number, number] => {
    const angle = (2 * Math.PI * spoke) / spokes.length - Math.PI / 2;
    return [
      centre.x + Math.cos(angle) * radius * share,
      centre.y + Math.sin(angle) * radius * share,
    ];
  };
  const path = (shares: readonly number[]) =>
    `${shares
      .map(
        (share, spoke) =>
          `${spoke === 0 ? 'M' : 'L'}${at(spoke, share)
            .map(v => v.toFixed(1))
            .join(' ')}`,
      )
      .join('')}Z`;
  const shareOf = (value: number | null) =>
    value === null ? 0 : Math.max(0, Math.min(1, (value - least) / (most - least)));
  const grid = Array.from({ length: rings }, (_, n) => {
    const share = (n + 1) / rings;
    const mark = least + (most - least) * share;
    return `<path d="${path(spokes.map(() => share))}" fill="none" stroke="#e3e8ee"/><text x="${centre.x + 4}" y="${(centre.y - radius * share + 4).toFixed(1)}" font-size="10" fill="#7b8794">${mark.toFixed(0)}</text>`;
  });
  const labels = spokes.map(({ label }, spoke) => {
    const [x, y] = at(spoke, 1.1);
    const anchor = Math.abs(x - centre.x) < 20 ? 'middle' : x < centre.x ? 'end' : 'start';
    const [lineX, lineY] = at(spoke, 1);
    return `<line x1="${centre.x}" y1="${centre.y}" x2="${lineX.toFixed(1)}" y2="${lineY.toFixed(1)}" stroke="#e3e8ee"/><text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" font-size="12" text-anchor="${anchor}" fill="#1b2430">${escapeHtml(label)}</text>`;
  });
  const drawn = shapes.map(({ values, colour }) => {
    return `<path d="${path(values.map(shareOf))}" fill="${colour}" fill-opacity="0.08" stroke="${colour}" stroke-width="2"/>`;
  });
  const legend = shapes.map(
    ({ name, colour }, n) =>
      `<rect x="10" y="${12 + n * 20}" width="12" height="12" fill="${colour}"/><text x="28" y="${22 + n * 20}" font-size="12" fill="#1b2430">${escapeHtml(name)}</text>`,
  );
  return trusted(
    `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="490" viewBox="0 0 700 490" role="img">${[...grid, ...labels, ...drawn, ...legend].join('')}</svg>`,
  );
}
