export type PictureFormat = 'png' | 'jpeg' | 'tiff' | 'webp' | 'gif';

/** Told from the first bytes, since names lie. */
export function pictureFormat(head: Buffer): PictureFormat | undefined {
  const text = head.toString('latin1', 0, 12);
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^(II\*\0|MM\0\*)/.test(text)) return 'tiff';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  return /^RIFF[\s\S]{4}WEBP/.test(text) ? 'webp' : undefined;
}
