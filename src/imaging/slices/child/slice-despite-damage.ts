import { SpinemedError } from '../../../errors/index.ts';
import type { SliceRequest } from '../protocol.ts';
import { type SlicedVolume, sliceVolume } from '../slice-volume.ts';
import type { Damage } from '../stack-of-dicom.ts';
import { openStack } from './open-stack.ts';

/** What may be wrong with one file of a series while the others are whole. */
const ofOneFile: readonly string[] = ['dicom-cut', 'dicom-pixels-unreadable'];
/** Each is found by reading, and then all is begun anew without it. */
const mostDamaged = 16;

/** The slices of a volume; of a series without the files that turn out to be damaged. */
export async function sliceDespiteDamage(request: SliceRequest): Promise<SlicedVolume> {
  const known: Damage[] = [];
  for (;;) {
    const stack = await openStack(request, known);
    try {
      return await sliceVolume(stack, request.asked, request.source);
    } catch (error) {
      const damage = damageOf(error);
      if (!damage || known.length === mostDamaged) throw error;
      known.push(damage);
    } finally {
      await stack.close();
    }
  }
}

function damageOf(error: unknown): Damage | null {
  if (!(error instanceof SpinemedError) || error.place === undefined) return null;
  return ofOneFile.includes(error.code) ? { file: error.place, error } : null;
}
