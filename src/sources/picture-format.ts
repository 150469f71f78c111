export type PictureFormat = 'png' | 'jpeg' | 'tiff' | 'webp' | 'gif' | 'bmp';

const signatures: ReadonlyArray<[PictureFormat, string[]]> = [
  ['jpeg', ['\xff\xd8\xff']],
  ['png', ['\x89PNG\r\n\x1a\n']],
  ['gif', ['GIF87a', 'GIF89a']],
  ['tiff', ['II*\0', 'MM\0*', 'II+\0', 'MM\0+']],
];

/** What a picture is by its first bytes; names lie, and pages about errors come under them. */
export function pictureFormat(bytes: Buffer): PictureFormat | undefined {
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (head.startsWith('BM') && head.startsWith('\0\0\0\0', 6)) return 'bmp';
  return signatures.find(([, starts]) => starts.some(start => head.startsWith(start)))?.[0];
}
