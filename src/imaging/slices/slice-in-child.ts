import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { makeWorkerPool, startConfinedWorker } from '../../processes/index.ts';
import { overMemory, timedOut } from '../readers/read-errors.ts';
import { type Sliced, type SliceRequest, understandSlicer } from './protocol.ts';

const limits = { timeoutMs: 300_000, memoryMiB: 3072 };
/** Of a volume's values, and of what is inflated on the way to them. */
const maxBytes = 2 * 2 ** 30;
/** A volume fills memory and two cores by itself. */
const mostSlicers = 1;

const withSlicer = makeWorkerPool(
  () =>
    startConfinedWorker<SliceRequest, Sliced>({
      script: path.join(import.meta.dirname, 'child', 'main.ts'),
      understand: understandSlicer,
      overMemory,
      timedOut,
      crashed: slicerCrashed,
    }),
  mostSlicers,
);

/** A stranger's volume, sliced in a process that is ended when it takes too long or too much. */
export function sliceInChild(
  request: Omit<SliceRequest, 'maxBytes'>,
  signal: AbortSignal,
): Promise<Sliced> {
  return withSlicer(signal, slicer => slicer.ask({ ...request, maxBytes }, { ...limits, signal }));
}

function slicerCrashed(): SpinemedError {
  return new SpinemedError({
    code: 'slicer-crashed',
    mender: 'retry',
    message: 'the process that slices volumes ended while it worked',
  });
}
