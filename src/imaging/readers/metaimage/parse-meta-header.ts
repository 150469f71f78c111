import { unreadable, unsupported } from '../read-errors.ts';

export type MetaHeader = {
  /** Keys in small letters. */
  fields: ReadonlyMap<string, string>;
  /** Where a line of the header ends the header: values, or names of files, stand there. */
  endsAt: number;
};

/** More than any header; what has no end by then is none. */
export const mostHeaderBytes = 65_536;

/** Lines `Key = value`, the last of which says where the values are. */
export function parseMetaHeader(start: Uint8Array): MetaHeader {
  const text = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('latin1');
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const endsAt = newline < 0 ? text.length : newline + 1;
    const [, key, value] =
      /^\s*([A-Za-z]\w*)\s*[=:](.*)$/.exec(text.slice(at, endsAt).trim()) ?? [];
    at = endsAt;
    if (key === undefined || value === undefined) continue;
    fields.set(key.toLowerCase(), value.trim());
    if (key.toLowerCase() !== 'elementdatafile') continue;
    const kind = fields.get('objecttype') ?? 'Image';
    if (kind.toLowerCase() !== 'image') throw unsupported('an object that is no picture');
    return { fields, endsAt };
  }
  throw unreadable('its header does not say where its values are');
}

/** Numbers apart by spaces; undefined where the key is missing. */
export function numbersOf({ fields }: MetaHeader, ...keys: string[]): number[] | undefined {
  for (const key of keys) {
    const text = fields.get(key);
    if (text === undefined) continue;
    const numbers = text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (numbers.length > 0 && numbers.every(Number.isFinite)) return numbers;
    throw unreadable('its header has words where numbers belong');
  }
  return undefined;
}

/** `True`, `1`, `yes`; missing is false. */
export function isSet({ fields }: MetaHeader, ...keys: string[]): boolean {
  return keys.some(key => /^[t1y]/i.test(fields.get(key) ?? ''));
}
