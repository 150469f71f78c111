import type { Framed } from './frame-picture.ts';

const cells = 8;
const bins = 9;
const strongest = 0.2;

/** Histograms of the directions in which brightness changes, cell by cell, each evened out
 *  among its neighbours. No change is seen at the edge of the frame, which is none of the
 *  picture's. */
export function orientedGradients(framed: Framed): Float64Array {
  const energies = histograms(framed);
  const described = new Float64Array(cells * cells * bins);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const around = Math.sqrt(energyAround(energies, row, column)) + 0.1;
      for (let bin = 0; bin < bins; bin++) {
        const at = (row * cells + column) * bins + bin;
        described[at] = Math.min(strongest, energies[at]! / around);
      }
    }
  }
  return described;
}

function histograms({ side, pixels, left, top, right, bottom }: Framed): Float64Array {
  const found = new Float64Array(cells * cells * bins);
  const cellSize = side / cells;
  for (let y = top + 1; y < bottom - 1; y++) {
    for (let x = left + 1; x < right - 1; x++) {
      const at = y * side + x;
      const dx = pixels[at + 1]! - pixels[at - 1]!;
      const dy = pixels[at + side]! - pixels[at - side]!;
      const strength = Math.sqrt(dx * dx + dy * dy);
      if (strength === 0) continue;
      // A line has no direction to and fro: half a turn holds them all.
      const turn = (Math.atan2(dy, dx) / Math.PI + 1) % 1;
      const place = turn * bins;
      const bin = Math.floor(place) % bins;
      const share = place - Math.floor(place);
      spread(x / cellSize, y / cellSize, (cell, weight) => {
        found[cell * bins + bin]! += strength * weight * (1 - share);
        found[cell * bins + ((bin + 1) % bins)]! += strength * weight * share;
      });
    }
  }
  return found;
}

/** Among the four nearest cells, so that a small shift changes little. */
function spread(x: number, y: number, add: (cell: number, weight: number) => void): void {
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [dx, dy] = [x - 0.5 - column, y - 0.5 - row];
  for (const [c, wide] of [
    [column, 1 - dx],
    [column + 1, dx],
  ] as const) {
    for (const [r, high] of [
      [row, 1 - dy],
      [row + 1, dy],
    ] as const) {
      if (c >= 0 && c < cells && r >= 0 && r < cells) add(r * cells + c, wide * high);
    }
  }
}

function energyAround(energies: Float64Array, row: number, column: number): number {
  let energy = 0;
  for (let r = Math.max(0, row - 1); r <= Math.min(cells - 1, row + 1); r++) {
    for (let c = Math.max(0, column - 1); c <= Math.min(cells - 1, column + 1); c++) {
      for (let bin = 0; bin < bins; bin++) {
        const value = energies[(r * cells + c) * bins + bin]!;
        energy += value * value;
      }
    }
  }
  return energy;
}
