import {
  ascii,
  type DecodeRun,
  escapes,
  initialSetOf,
  twoByteSets,
  wholeSetOf,
} from './character-sets.ts';

const ESCAPE = 0x1b;

/** Where every switch of sets ends: control characters, the backslash between values, and in names
 *  their two separators. Within a set of two bytes the printable ones are halves of characters. */
const resets = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x5c]);
const nameResets = new Set([...resets, 0x5e, 0x3d]);

/**
 * Text of a DICOM value by its data set's Specific Character Set, whose later values are those
 * that escapes may switch to. Writers forget to list them, so every escape of the standard counts.
 */
export function decodeDicomText(
  bytes: Uint8Array,
  characterSets: readonly string[],
  isName = false,
): string {
  const term = characterSets[0] ?? '';
  const whole = wholeSetOf(term);
  if (whole) return trimText(whole(bytes));
  const high = initialSetOf(term);
  return trimText(decodeSwitching(bytes, high, isName ? nameResets : resets));
}

function decodeSwitching(bytes: Uint8Array, high: DecodeRun, ends: ReadonlySet<number>): string {
  const start = { low: ascii, high };
  let sets = start;
  let text = '';
  let from = 0;
  const flush = (to: number) => {
    text += decodeRun(bytes.subarray(from, to), sets);
    from = to;
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === ESCAPE) {
      flush(at);
      const found = readEscape(bytes, at + 1);
      from = at + 1 + (found?.length ?? 0);
      if (found) sets = { ...sets, [found.half]: found.decode };
      at = from - 1;
    } else if (ends.has(byte) && (byte < 0x20 || !twoByteSets.has(sets.low))) {
      flush(at);
      sets = start;
    }
  }
  flush(bytes.length);
  return text;
}

function readEscape(bytes: Uint8Array, at: number) {
  for (const length of [3, 2]) {
    const sequence = String.fromCharCode(...bytes.subarray(at, at + length));
    const found = escapes.get(sequence);
    if (found && sequence.length === length) return { ...found, length };
  }
  return null;
}

/** A run whose halves are of two sets: in turns, each byte by the half it stands in. */
function decodeRun(bytes: Uint8Array, { low, high }: { low: DecodeRun; high: DecodeRun }): string {
  let text = '';
  let from = 0;
  const isHigh = (at: number) => bytes[at]! >= 0x80;
  for (let at = 1; at <= bytes.length; at++) {
    if (at < bytes.length && isHigh(at) === isHigh(from)) continue;
    text += (isHigh(from) ? high : low)(bytes.subarray(from, at));
    from = at;
  }
  return text;
}

function trimText(text: string): string {
  return text.replaceAll('\0', '').trim();
}
