import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { findCases, type SliceCase } from './find-cases.ts';
import { keptSlices, refuseStrangers, writeSlices } from './keep-slices.ts';
import { digestOfSeen, filesOf, lookAt } from './seen-files.ts';
import { sliceInChild } from './slice-in-child.ts';
import type { Asked, SlicesFile } from './slices-file.ts';

export type SlicedCase = {
  /** Where it came from, and where its slices are. */
  source: string;
  folder: string;
} & (
  | { status: 'sliced' | 'kept'; record: SlicesFile }
  | { status: 'rejected'; error: SpinemedError }
  /** Labels, not a patient. */
  | { status: 'mask' }
);

/** Slices the volume at a place, or every case of a folder; what is there from an earlier run is
 *  left alone. */
export async function* sliceCases(
  place: string,
  out: string,
  asked: Asked,
  signal: AbortSignal,
): AsyncGenerator<SlicedCase> {
  for (const one of await findCases(place)) {
    signal.throwIfAborted();
    const folder = path.join(out, one.name);
    yield { source: one.source, folder, ...(await sliceCase(one, folder, asked, signal)) };
  }
}

async function sliceCase(one: SliceCase, folder: string, asked: Asked, signal: AbortSignal) {
  if (one.isMask) return { status: 'mask' } as const;
  const kept = await keptSlices(folder, one, asked);
  if (kept) return { status: 'kept', record: kept } as const;
  const { source, files } = one;
  try {
    await refuseStrangers(folder);
    const before = await lookAt(files);
    const { record: made, pictures } = await sliceInChild({ source, files, asked }, signal);
    const after = await lookAt(filesOf(one, made.source.files));
    const isUntouched = [...before].every(([file, says]) => after.get(file) === says);
    // What was changed while it was read is done anew the next time.
    const record = { ...made, seen: isUntouched ? digestOfSeen(after) : null };
    await writeSlices(folder, { record, pictures });
    return { status: 'sliced', record } as const;
  } catch (error) {
    if (!(error instanceof SpinemedError)) throw error;
    return { status: 'rejected', error } as const;
  }
}
