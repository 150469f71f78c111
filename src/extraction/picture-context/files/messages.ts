import type { DocumentFile } from './find-documents.ts';

export type Task = DocumentFile & { index: number };

export const failures = {
  'file-unreadable': { message: 'the file cannot be read', hint: 'Check its name and rights.' },
  'not-utf8': { message: 'the file is not UTF-8 text', hint: 'Convert it to UTF-8.' },
  'file-too-large': {
    message: 'the file is larger than 256 MiB',
    hint: 'Split it into its chapters.',
  },
  'binding-failed': { message: 'the file brought the matching down', hint: 'Report it to us.' },
} as const;
export type Failure = keyof typeof failures;

/** A worker's answer about one file: its lines as UTF-8 in parts that are handed over, not copied. */
export type Answer =
  | { index: number; parts: Uint8Array<ArrayBuffer>[]; pictures: number; bound: number }
  | { index: number; failure: Failure };
