import type { CoarseVolume } from '../coarse-volume.ts';
import { boxMean } from './box-mean.ts';
import { spreadAround } from './spans.ts';
import type { Span, SpineRange } from './spine-range.ts';

/** From one disc to the next: a child's neck to a tall man's loins. */
const periodMm = [12, 46] as const;
/** Levels that are needed to see a repetition. */
const leastLengthMm = 70;
const bodyMm = [16, 16] as const;
/** Of 1 for a perfect repetition. */
const leastRepetition = 0.12;

/**
 * The spine in an MR: the column of tissue in which bright and dark repeat on the way down as
 * vertebrae and discs do, whichever of them is bright. Null where nothing repeats or where the
 * slices cover too few levels to tell.
 */
export function findByAlternation(volume: CoarseVolume): SpineRange | null {
  const [columns, rows, levels] = volume.size;
  const [stepX, stepY, stepZ] = volume.stepMm;
  if (levels * stepZ < leastLengthMm || 2 * stepZ > periodMm[0]) return null;
  const strength = new Float32Array(columns * rows);
  const typical = meanOf(volume.values);
  for (let at = 0; at < strength.length; at++)
    strength[at] = repetition(profileAt(volume, at), stepZ, typical);
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

function meanOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function profileAt({ size, values }: CoarseVolume, at: number): Float32Array {
  const plane = size[0] * size[1];
  return Float32Array.from({ length: size[2] }, (_, level) => values[at + level * plane]!);
}

/** How well a profile repeats itself at the distance of vertebrae, without its slow changes; near
 *  0 for noise, which is damped where it is weaker than tissue. */
function repetition(profile: Float32Array, stepZ: number, typical: number): number {
  const slow = boxMean(profile, [profile.length, 1], [Math.round(periodMm[1] / 2 / stepZ), 0]);
  const fast = profile.map((value, at) => value - slow[at]!);
  const correlate = (lag: number) => {
    let sum = 0;
    for (let at = lag; at < fast.length; at++) sum += fast[at]! * fast[at - lag]!;
    return sum / (fast.length - lag);
  };
  const power = correlate(0);
  if (!(power > 0)) return 0;
  const lags = { from: Math.ceil(periodMm[0] / stepZ), to: Math.floor(periodMm[1] / stepZ) };
  let [peak, trough] = [0, 0];
  for (let lag = 1; lag <= Math.min(lags.to, profile.length - 4); lag++) {
    const value = correlate(lag);
    // Before something comes again it must have gone.
    if (lag >= lags.from && trough < 0) peak = Math.max(peak, Math.min(value, -2 * trough));
    trough = Math.min(trough, value);
  }
  const amplitude = Math.sqrt(power);
  return (peak / power) * Math.min(1, amplitude / (0.1 * Math.abs(typical) || 1));
}

function levelsWithSignal({ size, values }: CoarseVolume): Span {
  const plane = size[0] * size[1];
  const means = Array.from({ length: size[2] }, (_, level) =>
    meanOf(values.subarray(level * plane, (level + 1) * plane)),
  );
  const bright = Math.max(...means) * 0.1;
  return [means.findIndex(mean => mean >= bright), means.findLastIndex(mean => mean >= bright)];
}
