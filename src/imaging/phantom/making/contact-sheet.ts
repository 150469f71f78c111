import sharp from 'sharp';
import type { Grid } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../geometry/index.ts';
import type { Volume } from '../../volume/volume.ts';
import { encodePicture } from '../../writers/index.ts';
import type { Spine } from '../truth/spine.ts';

type Pictures = Record<'ct' | 't1' | 't2' | 'ap' | 'lateral', Volume>;

const heightPixels = 560;
const gapPixels = 6;

/** The middle of CT, T1 and T2, and the two radiographs, side by side. */
export async function contactSheet(
  spine: Spine,
  { ct, t1, t2, ap, lateral }: Pictures,
): Promise<Buffer> {
  const middle = spine.vertebrae.filter(({ level }) => spine.shown.includes(level));
  const x = middle.reduce((sum, { centreMm }) => sum + centreMm[0], 0) / middle.length;
  const slice = (volume: Volume) => Math.round(indexAtPoint(volume.grid, [x, 0, 0])[2]);
  const pictures = await Promise.all([
    encodePicture(sagittalSlice(ct, x), { format: 'png' }),
    encodePicture(t1, { format: 'png', slice: slice(t1) }),
    encodePicture(t2, { format: 'png', slice: slice(t2) }),
    encodePicture(ap, { format: 'png' }),
    encodePicture(lateral, { format: 'png' }),
  ]);
  const sized = await Promise.all(
    pictures.map(picture =>
      sharp(picture)
        .resize({ height: heightPixels, kernel: 'cubic' })
        .toBuffer({ resolveWithObject: true }),
    ),
  );
  let left = 0;
  const placed = sized.map(({ data, info }) => {
    const at = { input: data, left, top: 0 };
    left += info.width + gapPixels;
    return at;
  });
  const size = {
    width: left - gapPixels,
    height: heightPixels,
    channels: 3,
    background: '#333',
  } as const;
  return sharp({ create: size }).composite(placed).toColourspace('b-w').png().toBuffer();
}

/** Of a volume whose slices lie across the body: one with the face to the left. */
function sagittalSlice(volume: Volume, x: number): Volume {
  const { grid, values } = volume;
  const [columns, rows, slices] = grid.size;
  const column = Math.min(columns - 1, Math.max(0, Math.round(indexAtPoint(grid, [x, 0, 0])[0])));
  const kept = new Int16Array(rows * slices);
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < rows; j++) {
      kept[j + (slices - 1 - k) * rows] = values[column + columns * (j + rows * k)]!;
    }
  }
  const turned: Grid = {
    ...grid,
    size: [rows, slices, 1],
    spacingMm: [grid.spacingMm[1], grid.spacingMm[2], grid.spacingMm[0]],
  };
  return { ...volume, grid: turned, values: kept };
}
