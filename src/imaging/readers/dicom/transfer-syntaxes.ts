/** How the pixels of a transfer syntax are packed: the name of a decoder, or why there is none. */
export type Packing =
  | { kind: 'native' }
  | { kind: 'rle' | 'jpeg' | 'jpeg-lossless' | 'jpeg-ls' | 'jpeg-2000' }
  | { kind: 'unsupported'; name: string };

export type TransferSyntax = {
  explicit: boolean;
  bigEndian: boolean;
  deflated: boolean;
  /** Of the pixels alone, where the elements are not. */
  pixelsBigEndian: boolean;
  packing: Packing;
  /** Whether decoding can give what was there before compression: what the syntax allows, not
   *  what this file's history was. */
  lossy: boolean;
};

const base = {
  ...{ explicit: true, bigEndian: false, deflated: false, pixelsBigEndian: false },
  lossy: false,
};
const packed = (kind: Exclude<Packing['kind'], 'unsupported'>, lossy = false) => ({
  ...base,
  lossy,
  packing: { kind } as Packing,
});
const unsupported = (name: string) => ({
  ...base,
  lossy: true,
  packing: { kind: 'unsupported', name } as Packing,
});

export const IMPLICIT_LITTLE = '1.2.840.10008.1.2';
export const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1';
/** Of GE's older scanners. */
const GE_PRIVATE = '1.2.840.113619.5.2';
export const EXPLICIT_BIG = '1.2.840.10008.1.2.2';

const root = '1.2.840.10008.1.2.';
const syntaxes: Record<string, TransferSyntax> = {
  [IMPLICIT_LITTLE]: { ...packed('native'), explicit: false },
  [EXPLICIT_LITTLE]: packed('native'),
  [EXPLICIT_BIG]: { ...packed('native'), bigEndian: true },
  [GE_PRIVATE]: { ...packed('native'), explicit: false, pixelsBigEndian: true },
  [`${root}1.98`]: packed('native'),
  [`${root}1.99`]: { ...packed('native'), deflated: true },
  [`${root}5`]: packed('rle'),
  [`${root}4.50`]: packed('jpeg', true),
  [`${root}4.51`]: packed('jpeg', true),
  [`${root}4.53`]: packed('jpeg', true),
  [`${root}4.55`]: packed('jpeg', true),
  [`${root}4.57`]: packed('jpeg-lossless'),
  [`${root}4.70`]: packed('jpeg-lossless'),
  [`${root}4.80`]: packed('jpeg-ls'),
  [`${root}4.81`]: packed('jpeg-ls', true),
  [`${root}4.90`]: packed('jpeg-2000'),
  [`${root}4.91`]: packed('jpeg-2000', true),
  [`${root}4.92`]: unsupported('JPEG 2000 Part 2'),
  [`${root}4.93`]: unsupported('JPEG 2000 Part 2'),
  [`${root}4.94`]: unsupported('a JPIP reference'),
  [`${root}4.95`]: unsupported('a JPIP reference'),
  [`${root}4.201`]: packed('jpeg-2000'),
  [`${root}4.202`]: packed('jpeg-2000'),
  [`${root}4.203`]: packed('jpeg-2000', true),
  [`${root}4.204`]: unsupported('a JPIP reference'),
  [`${root}4.205`]: unsupported('a JPIP reference'),
  [`${root}4.110`]: unsupported('JPEG XL'),
  [`${root}4.111`]: unsupported('JPEG XL'),
  [`${root}4.112`]: unsupported('JPEG XL'),
};

/** Video in its many profiles, and SMPTE streams. */
const video = /^1\.2\.840\.10008\.1\.2\.(4\.10[0-8](\.1)?|7\.\d+)$/;

/** What the UID stands for. One that nobody knows still parses: its elements are explicit. */
export function transferSyntaxOf(uid: string): TransferSyntax {
  if (Object.hasOwn(syntaxes, uid)) return syntaxes[uid]!;
  return unsupported(video.test(uid) ? 'video' : 'an unknown transfer syntax');
}
