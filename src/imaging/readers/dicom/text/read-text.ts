import type { Dataset } from '../dataset/dataset.ts';
import { readBytes, readStrings } from '../dataset/read-values.ts';
import { decodeDicomText } from './decode-text.ts';

/** Longer than any description. */
const mostBytes = 65_536;

/**
 * A value of free text in its data set's own character sets. It may name a patient: never for a
 * log or an error.
 */
export function readText(
  dataset: Dataset,
  tag: number,
  characterSets: readonly string[] = readStrings(dataset, 0x00080005),
): string | null {
  const bytes = readBytes(dataset, tag);
  if (!bytes?.length) return null;
  const isName = dataset.elements.get(tag)?.vr === 'PN' || tag === 0x00100010;
  return decodeDicomText(bytes.subarray(0, mostBytes), characterSets, isName) || null;
}
