import type { Format } from '../../contracts/kinds/index.ts';

/** Office files are ZIPs that name their parts in the directory at their end; what stands
 *  first in them is often a picture. */
export function recogniseZip(tail: Buffer): Format | undefined {
  const names = namesIn(tail).map(name => name.replaceAll('\\', '/').toLowerCase());
  if (!names.includes('[content_types].xml')) return undefined;
  if (names.some(name => /^word\/document\d*\.xml$/.test(name))) return 'docx';
  return names.some(name => /^xl\/workbook\d*\.xml$/.test(name)) ? 'xlsx' : undefined;
}

const endLength = 22;
const entryLength = 46;

function namesIn(tail: Buffer): string[] {
  const end = tail.lastIndexOf('PK\x05\x06');
  if (end < 0 || end + endLength > tail.length) return [];
  // Counted back from the end: the offset it states is wrong where something was put in front.
  let at = end - tail.readUInt32LE(end + 12);
  const names: string[] = [];
  while (
    at >= 0 &&
    at + entryLength <= end &&
    tail.toString('latin1', at, at + 4) === 'PK\x01\x02'
  ) {
    const nameAt = at + entryLength;
    const nameEnd = nameAt + tail.readUInt16LE(at + 28);
    names.push(tail.toString('latin1', nameAt, Math.min(nameEnd, end)));
    at = nameEnd + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return names;
}
