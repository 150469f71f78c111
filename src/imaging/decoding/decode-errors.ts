import { SpinemedError } from '../../errors/index.ts';

export function pictureUnreadable(): SpinemedError {
  return new SpinemedError({
    code: 'picture-unreadable',
    mender: 'user',
    message: 'a picture could not be read',
    hint: 'It must be a whole PNG, JPEG, WebP, TIFF or GIF file.',
  });
}

export function pictureTooLarge(maxPixels: number): SpinemedError {
  return new SpinemedError({
    code: 'picture-too-large',
    mender: 'user',
    message: 'a picture has more pixels than are decoded here',
    hint: `Scale it down to at most ${maxPixels.toLocaleString('en')} pixels.`,
  });
}

export function pictureOverMemory(memoryMiB: number): SpinemedError {
  return new SpinemedError({
    code: 'picture-too-large',
    mender: 'user',
    message: 'decoding a picture took more memory than it may',
    hint: `Scale it down: decoding was ended at ${memoryMiB} MiB.`,
  });
}

export function pictureTimedOut(timeoutMs: number): SpinemedError {
  return new SpinemedError({
    code: 'picture-timed-out',
    mender: 'user',
    message: 'decoding a picture took longer than it may',
    hint: `Scale it down or save it anew: decoding was ended after ${timeoutMs} ms.`,
  });
}

export function decoderCrashed(): SpinemedError {
  return new SpinemedError({
    code: 'decoder-crashed',
    mender: 'retry',
    message: 'the process that decodes pictures ended while it worked',
  });
}
