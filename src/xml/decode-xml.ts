import { invalidXml } from './invalid-xml.ts';

/** The text of an XML file by its byte order mark, else by what it declares, else UTF-8. Bytes
 *  that do not fit are an error: guessing would turn letters into others. */
export function decodeXml(bytes: Uint8Array): string {
  const label = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw invalidXml('xml-encoding', 'its bytes are not in the encoding that it states', 1);
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0) return 'utf-16le';
  return a === 0 && b === 0x3c ? 'utf-16be' : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const stated = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1];
  // Files that were read and written again by a program keep the old word: single bytes are
  // proof that they are no longer what it says.
  return stated && /^(utf-?16|ucs-?2|utf-?32|ucs-?4|unicode)/i.test(stated) ? 'utf-8' : stated;
}
