import { SpinemedError } from '../../../errors/index.ts';
import { type PictureFormat, readHeader } from '../../../imaging/index.ts';

/** Decoded to colour, a picture of this size takes 300 MB. */
export const largestPicturePixels = 100_000_000;

/** What a local model's runtime is given. */
const formats: readonly PictureFormat[] = ['png', 'jpeg', 'webp'];

/** Refuses what is no picture of a known format, or too large, before anything is decoded. */
export function checkPicture(bytes: Uint8Array): void {
  const header = readHeader(bytes);
  if (!header || !formats.includes(header.format)) throw pictureUnreadable();
  if (header.width * header.height > largestPicturePixels) throw pictureTooLarge();
}

export function pictureUnreadable(): SpinemedError {
  return new SpinemedError({
    code: 'picture-unreadable',
    mender: 'user',
    message: 'a picture could not be read',
    hint: 'It must be a whole PNG, JPEG or WebP file.',
  });
}

function pictureTooLarge(): SpinemedError {
  return new SpinemedError({
    code: 'picture-too-large',
    mender: 'user',
    message: 'a picture has more pixels than a local model is given',
    hint: `Scale it down to at most ${largestPicturePixels / 1_000_000} megapixels.`,
  });
}
