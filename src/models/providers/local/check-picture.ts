import { SpinemedError } from '../../../errors/index.ts';

/** Decoded to colour, a picture of this size takes 300 MB. */
export const largestPicturePixels = 100_000_000;

type Size = { width: number; height: number };

/** Refuses what is no picture of a known format, or too large, before anything is decoded. */
export function checkPicture(bytes: Uint8Array): void {
  const size = readSize(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!size || size.width === 0 || size.height === 0) throw pictureUnreadable();
  if (size.width * size.height > largestPicturePixels) throw pictureTooLarge();
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

function readSize(file: Buffer): Size | undefined {
  try {
    if (file.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return pngSize(file);
    if (file.toString('latin1', 0, 3) === '\xff\xd8\xff') return jpegSize(file);
    if (file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP') {
      return webpSize(file);
    }
  } catch (error) {
    // The header ends before it has said how large the picture is.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

function pngSize(file: Buffer): Size | undefined {
  if (file.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** Walks from segment to segment to the one that begins a frame. */
function jpegSize(file: Buffer): Size | undefined {
  for (let at = 2; file[at] === 0xff; ) {
    const marker = file.readUInt8(at + 1);
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    at += 2 + file.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpSize(file: Buffer): Size | undefined {
  switch (file.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
