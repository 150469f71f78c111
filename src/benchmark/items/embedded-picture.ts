import { hash } from 'node:crypto';

/** A picture that stood in a benchmark file is put into the run's folder, under this. */
export const embeddedPrefix = 'run:';

const kinds: ReadonlyArray<[start: string, extension: string]> = [
  ['89504e47', 'png'],
  ['ffd8ff', 'jpg'],
  ['52494646', 'webp'],
  ['47494638', 'gif'],
];

/** A picture in base64, alone or as a `data:` address, with the name that its bytes give it. */
export function embeddedPicture(text: string): [name: string, bytes: Buffer] | undefined {
  const base64 = text.replace(/^data:image\/[\w.+-]+;base64,/, '');
  const bytes = Buffer.from(base64, 'base64');
  const kind = kindOf(bytes);
  return kind && [`${embeddedPrefix}pictures/${hash('sha256', bytes, 'hex')}.${kind[1]}`, bytes];
}

/** Whether it begins as a picture that models take: seen before anything is asked, and paid. */
export function startsPicture(bytes: Buffer): boolean {
  return kindOf(bytes) !== undefined;
}

function kindOf(bytes: Buffer) {
  const start = bytes.subarray(0, 4).toString('hex');
  return kinds.find(([of]) => start.startsWith(of));
}
