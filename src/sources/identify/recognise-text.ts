import type { Format } from '../../contracts/kinds/index.ts';
import { isJats } from './is-jats.ts';
import { headBytes } from './read-ends.ts';

/** Kinds of text: JATS by what it says, the others by the ending of their name, since they
 *  look alike. */
export function recogniseText(head: Buffer, name: string): Format | undefined {
  const text = textOf(head);
  if (!text) return undefined;
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (isJats(start)) return 'jats';
  // Pages and other documents in markup, under whatever name, are read by no one here.
  if (/^(<\?xml|<!doctype|<html|<svg|\{\\rtf)/i.test(start)) return undefined;
  if (/\.(md|markdown|mdx)$/.test(name)) return 'markdown';
  if (/\.(csv|tsv)$/.test(name)) return 'csv';
  if (/\.(jsonl?|ndjson)$/.test(name)) return /^[[{]/.test(start) ? 'json' : undefined;
  return /\.(txt|text)$/.test(name) ? 'text' : undefined;
}

/** The text to look at, its foreign letters perhaps wrong; nothing where it is none. */
function textOf(head: Buffer): string | undefined {
  const mark = head.toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return decoded(head, 'utf-16le');
  if (mark === '\xfe\xff') return decoded(head, 'utf-16be');
  if (head.includes(0) || isRichInControls(head)) return undefined;
  return decoded(head, 'utf-8') ?? decoded(head, 'gb18030') ?? westernText(head);
}

function decoded(head: Buffer, encoding: string): string | undefined {
  try {
    const cut = head.length >= headBytes;
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: cut });
  } catch {
    return undefined;
  }
}

/** Text that was taken out of a PDF has a few of them, for hyphens and ligatures; of random
 *  bytes they are a tenth. */
function isRichInControls(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 32 && !(byte > 8 && byte < 14)) controls++;
  return controls > 1 + head.length / 50;
}

/** Windows-1252 and its like take any byte, so only the share of letters beyond ASCII tells. */
function westernText(head: Buffer): string | undefined {
  let high = 0;
  for (const byte of head) if (byte >= 128) high++;
  return high < head.length * 0.3 ? head.toString('latin1') : undefined;
}
