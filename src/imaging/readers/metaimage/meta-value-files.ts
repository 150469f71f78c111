import type { ByteSource } from '../byte-source.ts';
import { unreadable } from '../read-errors.ts';
import type { MetaHeader } from './parse-meta-header.ts';

/** Thousands of names fit. */
const mostListBytes = 2 ** 20;
const mostFiles = 100_000;

/** Names of the files that hold the values, in order; undefined where they follow the header. */
export async function metaValueFiles(
  source: ByteSource,
  { fields, endsAt }: MetaHeader,
): Promise<string[] | undefined> {
  const stated = fields.get('elementdatafile') ?? '';
  if (stated.toUpperCase() === 'LOCAL') return undefined;
  if (/^LIST(\s*\d+D?)?$/i.test(stated)) return listed(await source.read(endsAt, mostListBytes));
  if (stated === '') throw unreadable('its header does not say where its values are');
  return numbered(stated) ?? [stated];
}

function listed(bytes: Uint8Array): string[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const names = lines
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  if (names.length === 0) throw unreadable('it lists no files');
  return names;
}

/** `slice%03d.raw 1 40 1`: first, last and step of the number. */
function numbered(stated: string): string[] | undefined {
  const [pattern, firstText, lastText, stepText = '1'] = stated.split(/\s+/);
  const parts = /^([^%]*)%(0?)(\d?)[di]([^%]*)$/.exec(pattern!);
  if (!parts || lastText === undefined) return undefined;
  const [first, last, step] = [Number(firstText), Number(lastText), Number(stepText)];
  const count = Math.floor((last - first) / step) + 1;
  if (![first, last, step].every(Number.isInteger) || !(count >= 1 && count <= mostFiles))
    throw unreadable('it numbers its files in no sensible way');
  const [, before = '', zero, width, after = ''] = parts;
  return Array.from({ length: count }, (_, nth) => {
    const number = String(first + nth * step).padStart(Number(width || 1), zero ? '0' : ' ');
    return before + number + after;
  });
}
