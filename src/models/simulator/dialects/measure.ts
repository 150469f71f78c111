import { hash } from 'node:crypto';

// What a picture costs wherever its size is not looked at.
const tokensPerPicture = 300;

/** The simulator's rule: a token is four bytes of UTF-8, begun ones count; a picture is 300. */
export function countTokens(textBytes: number, pictures = 0): number {
  return Math.ceil(textBytes / 4) + pictures * tokensPerPicture;
}

export function hashPicture(base64: string): string {
  return hash('sha256', Buffer.from(base64, 'base64'));
}

/** A data URL by the picture in it, any other address by itself. */
export function hashPictureUrl(url: string): string {
  const head = /^data:[^,]{0,200};base64,/.exec(url)?.[0];
  return head ? hashPicture(url.slice(head.length)) : hash('sha256', url);
}
