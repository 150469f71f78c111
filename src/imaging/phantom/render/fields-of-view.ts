import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { LEVELS } from '../../../spine/index.ts';
import type { Spine } from '../truth/spine.ts';

export type View = 'AP' | 'lateral';

type Box = { low: Vector; high: Vector };

/** Round what is shown. */
function boxOf({ vertebrae, canal, shown, region }: Spine, [above, below]: [number, number]): Box {
  const points = vertebrae
    .filter(({ level }) => shown.includes(level))
    .flatMap(({ sagittal, coronal }) => [...Object.values(sagittal), ...Object.values(coronal)]);
  const bend = canal.filter(({ levels }) => levels.some(level => shown.includes(level)));
  const all = [...points, ...bend.map(({ centreMm }) => centreMm)];
  const least = (axis: 0 | 1 | 2) => Math.min(...all.map(point => point[axis]));
  const most = (axis: 0 | 1 | 2) => Math.max(...all.map(point => point[axis]));
  const head = region === 'lumbar' ? above : above + 12;
  return {
    low: [least(0), least(1), least(2) - below],
    high: [most(0), most(1), most(2) + head],
  };
}

function gridBetween(
  box: Box,
  directions: Grid['directions'],
  spacingMm: Vector,
  origin: Vector,
): Grid {
  const extent = (axis: 0 | 1 | 2) => {
    const along = directions[axis].findIndex(part => part !== 0) as 0 | 1 | 2;
    return box.high[along] - box.low[along];
  };
  const count = (axis: 0 | 1 | 2) => Math.max(1, Math.round(extent(axis) / spacingMm[axis]) + 1);
  return { size: [count(0), count(1), count(2)], spacingMm, directions, originMm: origin };
}

/** Slices across the body, from the feet up. */
export function ctGrid(spine: Spine, resolutionMm: number): Grid {
  const box = boxOf(spine, [14, 26]);
  const step = spine.region === 'whole' ? resolutionMm * 1.5 : resolutionMm;
  const side = spine.region === 'cervical' ? 68 : 84;
  const middle = (box.low[0] + box.high[0]) / 2;
  const wide = Math.max(side, (box.high[0] - box.low[0]) / 2 + 40);
  const low: Vector = [middle - wide, box.low[1] - 34, box.low[2]];
  const high: Vector = [
    middle + wide,
    box.high[1] + (spine.region === 'cervical' ? 62 : 78),
    box.high[2],
  ];
  const directions = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const;
  return gridBetween({ low, high }, directions, [step, step, step], low);
}

const sliceCount = 15;

/** Slices from left to right; seen with the face to the left. */
export function sagittalGrid(spine: Spine, resolutionMm: number): Grid {
  const box = boxOf(spine, [22, 42]);
  const pitch = spine.region === 'cervical' ? 3.3 : 4.4;
  const inPlane = resolutionMm * (spine.region === 'whole' ? 0.9 : 0.7);
  const half = (pitch * (sliceCount - 1)) / 2;
  const middle = (box.low[0] + box.high[0]) / 2;
  const front = spine.region === 'cervical' ? 78 : 88;
  const low: Vector = [middle - half, box.low[1] - front, box.low[2]];
  const high: Vector = [middle + half, box.high[1] + 72 + spine.fatMm, box.high[2]];
  const directions = [
    [0, 1, 0],
    [0, 0, -1],
    [-1, 0, 0],
  ] as const;
  return gridBetween(
    { low, high },
    directions,
    [inPlane, inPlane, pitch],
    [high[0], low[1], high[2]],
  );
}

/** Slices across the body through the discs that are most worn in life. */
export function axialGrid(spine: Spine, resolutionMm: number): Grid {
  const inLoin = spine.region !== 'cervical';
  const first = LEVELS.indexOf(inLoin ? 'L1' : 'C2');
  const last = LEVELS.indexOf(inLoin ? 'S1' : 'T1');
  const bodies = spine.vertebrae.filter(({ level }) => {
    const at = LEVELS.indexOf(level);
    return at >= first && at <= last;
  });
  const mean = (axis: 0 | 1) =>
    bodies.reduce((sum, { centreMm }) => sum + centreMm[axis], 0) / bodies.length;
  const heights = bodies.map(({ centreMm }) => centreMm[2]);
  const half = inLoin ? 88 : 74;
  const pitch = inLoin ? 4 : 3;
  const step = resolutionMm * 0.7;
  const back = inLoin ? 20 : 8;
  const low: Vector = [mean(0) - half, mean(1) - half + back, Math.min(...heights) - 6];
  const high: Vector = [mean(0) + half, mean(1) + half + back, Math.max(...heights)];
  const directions = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ] as const;
  return gridBetween({ low, high }, directions, [step, step, pitch], low);
}

/** One slice, as thick as the patient: rays run along its third axis. AP is seen from the front,
 *  the patient's right at the left; lateral with the face to the left. */
export function radiographGrid(spine: Spine, view: View, resolutionMm: number): Grid {
  const box = boxOf(spine, spine.region === 'cervical' ? [18, 22] : [46, 44]);
  const step = resolutionMm * { cervical: 0.3, lumbar: 0.5, whole: 0.7 }[spine.region];
  const [front, behind] = spine.region === 'cervical' ? [78, 72] : [95, 80];
  const side = { cervical: 72, lumbar: 128, whole: 150 }[spine.region];
  const middle = (box.low[0] + box.high[0]) / 2;
  const low: Vector = [middle - side, box.low[1] - front, box.low[2]];
  const high: Vector = [middle + side, box.high[1] + behind, box.high[2]];
  const isAp = view === 'AP';
  const directions = isAp
    ? ([
        [1, 0, 0],
        [0, 0, -1],
        [0, 1, 0],
      ] as const)
    : ([
        [0, 1, 0],
        [0, 0, -1],
        [-1, 0, 0],
      ] as const);
  const depth = isAp ? high[1] - low[1] : high[0] - low[0];
  const origin: Vector = isAp
    ? [low[0], (low[1] + high[1]) / 2, high[2]]
    : [middle, low[1], high[2]];
  const grid = gridBetween({ low, high }, directions, [step, step, depth], origin);
  return { ...grid, size: [grid.size[0], grid.size[1], 1] };
}
