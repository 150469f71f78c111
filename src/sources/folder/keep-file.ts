import { SpinemedError } from '../../errors/index.ts';
import type { Blobs } from '../../store/index.ts';

/** Stores a file whose bytes are known; else why it is not what it was when it was looked at. */
export async function keepFile(
  blobs: Blobs,
  place: string,
  sha256: string,
): Promise<'kept' | 'unreadable' | 'changed-meanwhile'> {
  try {
    return (await blobs.putFile(place)) === sha256 ? 'kept' : 'changed-meanwhile';
  } catch (error) {
    const code = error instanceof SpinemedError ? error.code : '';
    if (code === 'file-unreadable') return 'unreadable';
    if (code === 'file-changed') return 'changed-meanwhile';
    throw error;
  }
}
