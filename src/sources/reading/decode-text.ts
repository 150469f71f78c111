export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';
export type DecodedText = { text: string; encoding: Encoding };

/** Text in the encodings that it comes in: marked ones by their mark, the others by what they
 *  can be. Nothing where it is no text. Windows-1252 takes any bytes, so it is the last. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  for (const encoding of candidates(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== undefined && !isNoText(text)) return { text, encoding };
  }
  return undefined;
}

function candidates(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  const unmarked = unmarkedUtf16(bytes.subarray(0, 4096));
  return unmarked ? [unmarked] : ['utf-8', 'gb18030', 'windows-1252'];
}

/** Commas, digits and line ends have a zero for their other half, and a letter beside it. */
function unmarkedUtf16(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    const beside = head[at ^ 1] ?? 0;
    if (beside < 9 || (beside > 13 && beside < 32)) return undefined;
    zeros[at % 2]!++;
  }
  const [even, odd] = zeros as [number, number];
  if (odd > head.length / 50 && even === 0) return 'utf-16le';
  return even > head.length / 50 && odd === 0 ? 'utf-16be' : undefined;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text that was taken out of a PDF has a few control characters; of anything else they are a
 *  tenth. */
function isNoText(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) return true;
    if (code < 32 && !(code > 8 && code < 14)) controls++;
  }
  return controls > 1 + text.length / 50;
}
