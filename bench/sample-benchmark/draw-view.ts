import sharp from 'sharp';
import type { Grid, Vector } from '../../src/contracts/imaging/index.ts';
import {
  ctGrid,
  drawAnatomy,
  drawThick,
  encodePicture,
  renderCt,
  renderMr,
  renderRadiograph,
  type Spine,
  sagittalGrid,
} from '../../src/imaging/index.ts';
import type { ViewName } from './scenes.ts';

/** Pixels of the longer side: enough to read, and small in the repository. */
const longestPixels = { cervical: 560, lumbar: 640, whole: 900 } as const;
const axialPixels = 440;

/** One view of a spine as a grey JPEG, in which the patient's right is marked where it shows. */
export async function drawView(spine: Spine, view: ViewName): Promise<Buffer> {
  const picture = sharp(
    await encodePicture(volumeOf(spine, view), { format: 'png', square: true }),
  );
  const side = view.startsWith('t2-axial') ? axialPixels : longestPixels[spine.region];
  const { data, info } = await picture
    .resize({ width: side, height: side, fit: 'inside', kernel: 'cubic' })
    .toBuffer({ resolveWithObject: true });
  const isFrontal = view === 'ap' || view.startsWith('t2-axial');
  return sharp(data)
    .composite(isFrontal ? [{ input: letterR(info.width), left: 0, top: 0 }] : [])
    .toColourspace('b-w')
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}

function volumeOf(spine: Spine, view: ViewName) {
  if (view === 'ap') return renderRadiograph(spine, 'AP', 1);
  if (view === 'lateral') return renderRadiograph(spine, 'lateral', 1);
  const middle = middleX(spine);
  if (view === 'ct-sagittal') {
    const { low, high } = endsOf(ctGrid(spine, 1));
    const grid = sagittalSlice(middle, low, high, 0.8, 0.8);
    return renderCt(spine, drawAnatomy(spine, grid));
  }
  if (view.startsWith('t2-axial')) {
    const disc = spine.discs.find(({ name }) => name === view.slice('t2-axial '.length))!;
    return renderMr(spine, drawThick(spine, axialSlice(spine, disc.posteriorMarginMm)), 'T2');
  }
  const { low, high } = endsOf(sagittalGrid(spine, 1));
  const grid = sagittalSlice(middle, low, high, 0.7, 4);
  return renderMr(spine, drawThick(spine, grid), view === 't1-sagittal' ? 'T1' : 'T2');
}

/** Through the middle of what is shown, or of what there is to see: a canal that is narrow in a
 *  spine that bends, a disc of the loin that has come out to a side. */
function middleX(spine: Spine): number {
  const narrow = spine.discs.find(({ canal }) => canal.severity !== 'Normal/Mild');
  if (narrow) return narrow.canal.centreMm[0];
  const out = spine.discs.find(({ displacement }) => displacement !== null);
  if (out) return out.displacement!.tipMm[0];
  const shown = spine.vertebrae.filter(({ level }) => spine.shown.includes(level));
  return shown.reduce((sum, { centreMm }) => sum + centreMm[0], 0) / shown.length;
}

/** The corners of a grid, whichever way its axes run. */
function endsOf({ size, spacingMm, directions, originMm }: Grid): { low: Vector; high: Vector } {
  const far = originMm.map((value, axis) =>
    size.reduce(
      (sum, count, along) => sum + directions[along]![axis]! * (count - 1) * spacingMm[along]!,
      value,
    ),
  );
  return {
    low: far.map((value, axis) => Math.min(value, originMm[axis]!)) as unknown as Vector,
    high: far.map((value, axis) => Math.max(value, originMm[axis]!)) as unknown as Vector,
  };
}

/** Across the body, close round the canal. */
function axialSlice({ region }: Spine, [x, y, z]: Vector): Grid {
  const [half, stepMm, thickMm] = region === 'cervical' ? [42, 0.5, 3] : [64, 0.6, 4];
  const pixels = Math.round((2 * half) / stepMm) + 1;
  return {
    size: [pixels, pixels, 1],
    spacingMm: [stepMm, stepMm, thickMm],
    directions: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    originMm: [x - half, y - half, z],
  };
}

function sagittalSlice(
  x: number,
  low: Vector,
  high: Vector,
  stepMm: number,
  thickMm: number,
): Grid {
  const columns = Math.round((high[1] - low[1]) / stepMm) + 1;
  const rows = Math.round((high[2] - low[2]) / stepMm) + 1;
  return {
    size: [columns, rows, 1],
    spacingMm: [stepMm, stepMm, thickMm],
    directions: [
      [0, 1, 0],
      [0, 0, -1],
      [-1, 0, 0],
    ],
    originMm: [x, low[1], high[2]],
  };
}

/** Drawn, not written: no font is the same everywhere. */
function letterR(width: number): Buffer {
  const size = Math.round(width / 14);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 2}" height="${size * 2}" viewBox="-6 -6 28 28">
      <path d="M2 16V2H8A4 4 0 0 1 8 10H2M7 10L12 16" fill="none" stroke="#fff" stroke-width="2.4"/>
    </svg>`,
  );
}
