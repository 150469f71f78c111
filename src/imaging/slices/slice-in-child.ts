import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { makeWorkerPool, type News, startConfinedWorker } from '../../processes/index.ts';
import { overMemory, timedOut } from '../readers/read-errors.ts';
import type { Sliced, SliceRequest } from './protocol.ts';

const limits = { timeoutMs: 300_000, memoryMiB: 3072 };
/** Of a volume's values, and of what is inflated on the way to them. */
const maxBytes = 2 * 2 ** 30;
/** A volume fills memory and two cores by itself. */
const mostSlicers = 1;

const withSlicer = makeWorkerPool(
  () =>
    startConfinedWorker<SliceRequest, unknown>({
      script: path.join(import.meta.dirname, 'child', 'main.ts'),
      understand: hear,
      overMemory,
      timedOut,
      crashed: slicerCrashed,
    }),
  mostSlicers,
);

/** A stranger's volume, sliced in a process that is ended when it takes too long or too much. */
export async function sliceInChild(
  request: Omit<SliceRequest, 'maxBytes'>,
  signal: AbortSignal,
): Promise<Sliced> {
  const said = withSlicer(signal, slicer =>
    slicer.ask({ ...request, maxBytes }, { ...limits, signal }),
  );
  // Schemas take as long to load as the process takes to start: 50 ms, side by side.
  const [message, { readAnswer }] = await Promise.all([said, import('./protocol.ts')]);
  const answer = readAnswer(message);
  if (!answer) throw slicerCrashed();
  return answer;
}

/** Believed no further than that it is about memory: answers are read by their schema. */
function hear(message: unknown): News<unknown> {
  const isNumber =
    typeof message === 'object' &&
    message !== null &&
    'residentMiB' in message &&
    typeof message.residentMiB === 'number';
  if (isNumber) return { type: 'memory', residentMiB: message.residentMiB as number };
  return { type: 'answer', answer: message };
}

function slicerCrashed(): SpinemedError {
  return new SpinemedError({
    code: 'slicer-crashed',
    mender: 'retry',
    message: 'the process that slices volumes ended while it worked',
  });
}
