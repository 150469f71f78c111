import type { Grid } from '../../contracts/imaging/index.ts';
import type { Values } from '../volume/volume.ts';

export type Projection = { size: readonly [number, number]; values: Float32Array };

/** The mean (as a radiograph adds up) or the brightest value along an axis of the grid. The two
 *  axes that are left keep their order. */
export function projectAlong(
  { size, values }: { size: Grid['size']; values: Values },
  axis: 0 | 1 | 2,
  how: 'mean' | 'max',
): Projection {
  const strides = [1, size[0], size[0] * size[1]] as const;
  const [first, second] = ([0, 1, 2] as const).filter(other => other !== axis) as [
    ...[0 | 1 | 2, 0 | 1 | 2],
  ];
  const projected = new Float32Array(size[first] * size[second]);
  for (let b = 0; b < size[second]; b++) {
    for (let a = 0; a < size[first]; a++) {
      const start = a * strides[first] + b * strides[second];
      let [sum, brightest] = [0, Number.NEGATIVE_INFINITY];
      for (let step = 0; step < size[axis]; step++) {
        const value = values[start + step * strides[axis]]!;
        sum += value;
        if (value > brightest) brightest = value;
      }
      projected[a + b * size[first]] = how === 'mean' ? sum / size[axis] : brightest;
    }
  }
  return { size: [size[first], size[second]], values: projected };
}
