import { notDicom } from '../dicom-errors.ts';
import {
  EXPLICIT_BIG,
  EXPLICIT_LITTLE,
  IMPLICIT_LITTLE,
  transferSyntaxOf,
} from '../transfer-syntaxes.ts';
import type { Dataset, Encoding } from './dataset.ts';
import { guessEncoding, hasVr } from './guess-encoding.ts';
import { inflateDataset } from './inflate-dataset.ts';
import { readElements } from './read-elements.ts';
import { readString } from './read-values.ts';

export type OpenDataset = {
  /** Of the file's own header (group 0002); empty where it has none. */
  meta: Dataset;
  /** Up to the pixels. Its bytes are the file's, or of a deflated file what it holds. */
  dataset: Dataset;
  transferSyntax: string;
};

const metaEncoding: Encoding = { explicit: true, bigEndian: false };
/**
 * A DICOM file's elements, with or without preamble and header. Where the elements are not
 * written as the header says they are, they are read as they are written.
 *
 * @param maxBytes of a deflated file with its pixels; without it they are not inflated.
 */
export function openDataset(bytes: Uint8Array, maxBytes?: number): OpenDataset {
  const metaStart = findStart(bytes);
  const meta = readElements(bytes, metaStart, bytes.length, metaEncoding, isMeta);
  const stated = readString(meta, 0x00020010)?.trim() || null;
  const start = meta.end;
  if (meta.isCut) {
    const dataset = { ...meta, elements: new Map() };
    return { meta, dataset, transferSyntax: stated ?? EXPLICIT_LITTLE };
  }
  const syntax = stated === null ? null : transferSyntaxOf(stated);
  const readFrom = (plain: Uint8Array, at: number) => {
    // Behind a header stand elements for sure, whatever they begin with.
    const encoding =
      guessEncoding(plain, at) ??
      (start > metaStart && { explicit: hasVr(plain, at), bigEndian: syntax?.bigEndian ?? false });
    return encoding ? readElements(plain, at, plain.length, encoding) : undefined;
  };
  const dataset = syntax?.deflated
    ? inflateDataset(bytes.subarray(start), plain => readFrom(plain, 0), maxBytes)
    : readFrom(bytes, start);
  if (!dataset) throw notDicom();
  return { meta, dataset, transferSyntax: stated ?? nativeSyntax(dataset.encoding) };
}

/** Behind the preamble and its four letters, or at the first byte. */
function findStart(bytes: Uint8Array): number {
  const hasPrefix = (at: number) =>
    bytes.length >= at + 4 && String.fromCharCode(...bytes.subarray(at, at + 4)) === 'DICM';
  if (hasPrefix(128)) return 132;
  if (hasPrefix(0)) return 4;
  if (guessEncoding(bytes, 0)) return 0;
  throw notDicom();
}

const isMeta = (tag: number) => tag >= 0x00020000 && tag <= 0x0002ffff;

function nativeSyntax({ explicit, bigEndian }: Encoding): string {
  if (!explicit) return IMPLICIT_LITTLE;
  return bigEndian ? EXPLICIT_BIG : EXPLICIT_LITTLE;
}
