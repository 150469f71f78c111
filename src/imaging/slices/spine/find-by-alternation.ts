import type { CoarseVolume } from '../coarse-volume.ts';
import { boxMean } from './box-mean.ts';
import { spreadAround } from './spans.ts';
import type { Span, SpineRange } from './spine-range.ts';

/** From one disc to the next: a child's neck to a tall man's loins. */
const periodMm = [12, 46] as const;
/** Levels that are needed to see a repetition. */
const leastLengthMm = 70;
const bodyMm = [16, 16] as const;
/** How far from the middle of the picture a spine may well lie, across and from front to back. */
const usualMm = [30, 80] as const;
/** Of 1 for a perfect repetition. */
const leastRepetition = 0.12;
const leastLikeness = 0.3;

/**
 * The spine in an MR: the column of tissue in which bright and dark repeat on the way down as
 * vertebrae and discs do, whichever of them is bright. Null where nothing repeats or where the
 * slices cover too few levels to tell.
 */
export function findByAlternation(volume: CoarseVolume): SpineRange | null {
  const [columns, rows, levels] = volume.size;
  const [stepX, stepY, stepZ] = volume.stepMm;
  if (levels * stepZ < leastLengthMm || 2 * stepZ > periodMm[0]) return null;
  if (neighbourLikeness(volume) < leastLikeness) return null;
  const typical = Math.abs(meanOf(volume.values));
  const strength = Float32Array.from(
    { length: columns * rows },
    (_, at) =>
      repetition(profileAt(volume, at), stepZ, 0.1 * typical || 1) *
      nearness(((at % columns) - (columns - 1) / 2) * stepX, usualMm[0]) *
      nearness((Math.floor(at / columns) - (rows - 1) / 2) * stepY, usualMm[1]),
  );
  const smooth = boxMean(
    strength,
    [columns, rows],
    [Math.round(bodyMm[0] / stepX), Math.round(bodyMm[1] / stepY)],
  );
  const best = smooth.reduce((most, value, at) => (value > smooth[most]! ? at : most), 0);
  if (smooth[best]! < leastRepetition) return null;
  const [x, y] = [best % columns, Math.floor(best / columns)];
  const alongX = smooth.subarray(y * columns, (y + 1) * columns);
  const alongY = Float32Array.from({ length: rows }, (_, row) => smooth[x + row * columns]!);
  const spread = (profile: Float32Array, middle: number, stepMm: number, mm: Span): Span => {
    const [first, last] = spreadAround(profile, middle, 0.5 * smooth[best]!, [
      Math.round(mm[0] / stepMm),
      Math.round(mm[1] / stepMm),
    ]);
    return [Math.max(0, first), Math.min(profile.length - 1, last)];
  };
  // Behind the bodies lie the canal and the arches, which repeat less clearly.
  const [front, back] = spread(alongY, y, stepY, [20, 40]);
  return {
    evidence: 'alternation',
    range: [
      spread(alongX, x, stepX, [22, 40]),
      [front, Math.min(rows - 1, back + Math.round(25 / stepY))],
      levelsWithSignal(volume),
    ],
  };
}

function nearness(besideMm: number, usual: number): number {
  return Math.exp(-((besideMm / usual) ** 2) / 2);
}

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How alike voxels beside each other are: 1 in what is smooth, 0 in noise, where something always
 *  seems to repeat. */
function neighbourLikeness({ size: [columns], values }: CoarseVolume): number {
  const mean = meanOf(values);
  let [together, power] = [0, 0];
  for (let at = 1; at < values.length; at++) {
    const offset = values[at]! - mean;
    power += offset * offset;
    if (at % columns !== 0) together += offset * (values[at - 1]! - mean);
  }
  return power > 0 ? together / power : 0;
}

function profileAt({ size, values }: CoarseVolume, at: number): Float32Array {
  const plane = size[0] * size[1];
  return Float32Array.from({ length: size[2] }, (_, level) => values[at + level * plane]!);
}

/** How well a profile repeats itself at the distance of vertebrae, without its slow changes; less
 *  where it changes less than tissue does. */
function repetition(profile: Float32Array, stepZ: number, leastChange: number): number {
  const slow = boxMean(profile, [profile.length, 1], [Math.round(periodMm[1] / 2 / stepZ), 0]);
  const fast = profile.map((value, level) => value - slow[level]!);
  const power = meanProduct(fast, 0);
  if (!(power > 0)) return 0;
  const firstLag = Math.ceil(periodMm[0] / stepZ);
  const lastLag = Math.min(Math.floor(periodMm[1] / stepZ), profile.length - 4);
  let [peak, trough] = [0, 0];
  for (let lag = 1; lag <= lastLag; lag++) {
    const value = meanProduct(fast, lag);
    // Before something comes again it must have gone.
    if (lag >= firstLag) peak = Math.max(peak, Math.min(value, -2 * trough));
    trough = Math.min(trough, value);
  }
  return (peak / power) * Math.min(1, Math.sqrt(power) / leastChange);
}

function meanProduct(values: Float32Array, lag: number): number {
  let sum = 0;
  for (let at = lag; at < values.length; at++) sum += values[at]! * values[at - lag]!;
  return sum / (values.length - lag);
}

function levelsWithSignal({ size, values }: CoarseVolume): Span {
  const plane = size[0] * size[1];
  const means = Array.from({ length: size[2] }, (_, level) =>
    meanOf(values.subarray(level * plane, (level + 1) * plane)),
  );
  const bright = Math.max(...means) * 0.1;
  return [means.findIndex(mean => mean >= bright), means.findLastIndex(mean => mean >= bright)];
}
