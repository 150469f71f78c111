import { walkXml } from './walk-xml.ts';

export type CellFormat = { isDate: boolean; counts1904: boolean };

/** Sheets store dates as numbers of days, and only the format of the cell tells. */
export function readCellFormats(bytes: Buffer | undefined, counts1904: boolean): CellFormat[] {
  const formats: CellFormat[] = [];
  if (!bytes) return formats;
  const own = new Map<number, string>();
  let inCells = false;
  walkXml(bytes, {
    open(name, attribute) {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        formats.push({ isDate: isDateFormat(id, own.get(id)), counts1904 });
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** The numbers are those of ISO/IEC 29500, those of East Asian versions included. */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

const dayMs = 86_400_000;

/** `2023-05-17`, with the time where there is one. Nothing for what is no date after all. */
export function dateOf(days: number, { counts1904 }: CellFormat): string | undefined {
  if (!(days >= 0 && days < 2_958_466)) return undefined;
  // Day 60 of 1900 is a 29 February that never was.
  const epoch = counts1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const iso = new Date(epoch + Math.round(days * 86_400) * 1000).toISOString();
  if (days < 1) return iso.slice(11, 19);
  return (days * dayMs) % dayMs === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}
