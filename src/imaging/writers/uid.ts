import { idOf } from '../../identity/index.ts';

/** A DICOM identifier that follows from what it stands for: a UUID, written as the standard has it
 *  for those who own no root. */
export function uidOf(...parts: unknown[]): string {
  return `2.25.${BigInt(`0x${idOf('dicom-uid', ...parts).replaceAll('-', '')}`)}`;
}
