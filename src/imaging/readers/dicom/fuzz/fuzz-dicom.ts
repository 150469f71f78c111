import fc from 'fast-check';
import { SpinemedError } from '../../../../errors/index.ts';
import { describePictureFile } from '../../read-picture-file.ts';
import { makeSampleFiles } from './sample-files.ts';
import { faults, spoil } from './spoil.ts';

/** All that may be said of a file that went wrong. Not among them: that reading it was ended for
 *  memory, or that its process crashed. */
const expected = new Set([
  ...['dicom-unreadable', 'dicom-cut', 'dicom-invalid', 'dicom-without-pixels', 'dicom-too-large'],
  ...['dicom-syntax-unsupported', 'dicom-pixels-unreadable'],
  // No longer a DICOM file by its first bytes.
  'picture-format-unknown',
  // Of a few streams that went wrong CharLS and OpenJPH count to the end of 32 bits, which takes
  // a minute: the process is ended at its limit. The tests say how many may be.
  'picture-timed-out',
]);

const limits = { timeoutMs: 30_000, memoryMiB: 1024, maxBytes: 64 * 2 ** 20 };

/** Spoils files in `runs` ways and reads them in a process; throws at the first that does not end
 *  as it should. Gives how often which end came. */
export async function fuzzDicom(runs: number): Promise<Map<string, number>> {
  const files = await makeSampleFiles();
  const ends = new Map<string, number>();
  const property = fc.asyncProperty(fc.nat(files.length - 1), faults, async (index, wrong) => {
    const spoilt = spoil(files[index]!, wrong);
    const end = await describePictureFile(spoilt, limits).then(
      () => 'read',
      error => (error instanceof SpinemedError ? error.code : 'defect'),
    );
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (end === 'read' || expected.has(end)) return;
    throw new Error(`it ended as ${end}`);
  });
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
  return ends;
}
