export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff';
export type PictureHeader = { format: PictureFormat; width: number; height: number };

type Size = { width: number; height: number } | undefined;

/** What the first bytes say, whatever the file is called; nothing is decoded. Undefined where it
 *  is no picture of a known format or does not say how large it is. */
export function readHeader(bytes: Uint8Array): PictureHeader | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = signatures.find(({ matches }) => matches(file));
  if (!found) return undefined;
  try {
    const size = found.read(file);
    return size && size.width > 0 && size.height > 0
      ? { format: found.format, width: size.width, height: size.height }
      : undefined;
  } catch (error) {
    // The file ends before it has said how large the picture is.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Signature = {
  format: PictureFormat;
  matches(file: Buffer): boolean;
  read(file: Buffer): Size;
};

const begins = (file: Buffer, text: string, at = 0) =>
  file.toString('latin1', at, at + text.length) === text;

const signatures: readonly Signature[] = [
  { format: 'png', matches: file => begins(file, '\x89PNG\r\n\x1a\n'), read: pngSize },
  { format: 'jpeg', matches: file => begins(file, '\xff\xd8\xff'), read: jpegSize },
  {
    format: 'webp',
    matches: file => begins(file, 'RIFF') && begins(file, 'WEBP', 8),
    read: webpSize,
  },
  {
    format: 'gif',
    matches: file => begins(file, 'GIF87a') || begins(file, 'GIF89a'),
    read: file => ({ width: file.readUInt16LE(6), height: file.readUInt16LE(8) }),
  },
  {
    format: 'tiff',
    matches: file => ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some(start => begins(file, start)),
    read: tiffSize,
  },
];

function pngSize(file: Buffer): Size {
  if (!begins(file, 'IHDR', 12)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** Walks from segment to segment to the one that begins a frame. */
function jpegSize(file: Buffer): Size {
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

function webpSize(file: Buffer): Size {
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

/** The first directory's width and height; in BigTIFF every offset and count has eight bytes. */
function tiffSize(file: Buffer): Size {
  const little = begins(file, 'II');
  const big = file[little ? 2 : 3] === 43;
  const short = (at: number) => (little ? file.readUInt16LE(at) : file.readUInt16BE(at));
  const int = (at: number) => (little ? file.readUInt32LE(at) : file.readUInt32BE(at));
  const long = (at: number) => Number(little ? file.readBigUInt64LE(at) : file.readBigUInt64BE(at));
  const directory = big ? long(8) : int(4);
  const entries = big ? long(directory) : short(directory);
  const [start, entrySize, valueAt] = big ? [8, 20, 12] : [2, 12, 8];
  const size = { width: 0, height: 0 };
  // A directory has far fewer entries; a file may claim any number of them.
  for (let entry = 0; entry < Math.min(entries, 4096); entry++) {
    const at = directory + start + entry * entrySize;
    const tag = short(at);
    if (tag !== 256 && tag !== 257) continue;
    const type = short(at + 2);
    const read = type === 3 ? short : type === 16 ? long : int;
    size[tag === 256 ? 'width' : 'height'] = read(at + valueAt);
  }
  return size;
}
