import { SpinemedError } from '../../errors/index.ts';
import type { Window } from '../volume/volume.ts';
import type { CoarseVolume } from './coarse-volume.ts';
import type { SliceStack } from './slice-stack.ts';
import { sortSample } from './sort-sample.ts';

export const windowNames = ['bone', 'soft', 'mr', 'file'] as const;
export type WindowName = (typeof windowNames)[number];
export type NamedWindow = Window & { name: WindowName };

/** Of Hounsfield units. */
const fixed = {
  bone: { center: 400, width: 1800 },
  soft: { center: 40, width: 400 },
} as const;

/** Which values are black and which white, for all slices of a volume alike. */
export function chooseWindow(
  stack: Pick<SliceStack, 'modality' | 'window'>,
  volume: CoarseVolume,
  wanted: WindowName | undefined,
): { window: NamedWindow; notes: string[] } {
  const notes: string[] = [];
  const usual = stack.modality === 'CT' ? 'bone' : stack.modality === 'XR' ? 'file' : 'mr';
  let name = wanted ?? usual;
  if (name === 'file' && !stack.window) {
    if (wanted) notes.push('no-window-in-the-file');
    name = stack.modality === 'CT' ? 'bone' : 'mr';
  }
  if (name === 'file') return { window: { name, ...stack.window! }, notes };
  if (name === 'mr') return { window: { name, ...tissueWindow(volume.values) }, notes };
  if (stack.modality !== 'CT') throw windowUnfit();
  return { window: { name, ...fixed[name] }, notes };
}

/** From the 1st to the 99.5th percentile of what is brighter than the background. */
function tissueWindow(values: Float32Array): Window {
  const sorted = sortSample(values);
  const darkest = percentile(sorted, 0.001);
  const background = darkest + 0.05 * (percentile(sorted, 0.99) - darkest);
  const tissue = sorted.subarray(sorted.findIndex(value => value > background));
  if (!(sorted.at(-1)! > background)) return { center: darkest, width: 1 };
  const [low, high] = [percentile(tissue, 0.01), percentile(tissue, 0.995)];
  return { center: (low + high) / 2, width: Math.max(high - low, Number.EPSILON * Math.abs(high)) };
}

function percentile(sorted: Float32Array, share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))]!;
}

function windowUnfit(): SpinemedError {
  return new SpinemedError({
    code: 'window-unfit',
    mender: 'user',
    message: 'the windows bone and soft are for CT alone, and this is none',
    hint: 'Leave --window away, or take mr or file.',
  });
}
