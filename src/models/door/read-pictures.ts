import { mediaTypeOf } from '../providers/media-type.ts';
import type { PictureBytes } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';
import type { Door } from './door.ts';

export async function readPictures(
  door: Door,
  hashes: readonly string[],
): Promise<Map<string, PictureBytes>> {
  const pictures = new Map<string, PictureBytes>();
  for (const sha256 of hashes) pictures.set(sha256, await readPicture(door, sha256));
  return pictures;
}

/** PNG, JPEG, WebP and GIF: what models take. */
export async function readPicture(door: Door, sha256: string): Promise<PictureBytes> {
  const bytes = await door.readPicture(sha256);
  const mediaType = mediaTypeOf(bytes);
  if (mediaType) return { mediaType, bytes };
  throw new ProviderFailure({ kind: 'rejected', code: 'picture-not-for-models' });
}
