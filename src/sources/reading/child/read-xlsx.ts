import { limits } from '../limits.ts';
import type { Row, Sheet } from '../protocol.ts';
import { ReadFailure } from '../read-failure.ts';
import { openZip, type Zip } from './open-zip.ts';
import { walkXml } from './walk-xml.ts';
import { type CellFormat, dateOf, readCellFormats } from './xlsx-dates.ts';

/** Every sheet of a workbook, as the values that were last calculated: formulas are not run,
 *  and stand for themselves where nothing was calculated.
 *  Empty rows and cells cost nothing, wherever the sheet says that it ends. */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const zip = await openZip(bytes);
  const workbook = [...zip.names].find(name => /^xl\/workbook\d*\.xml$/i.test(name));
  if (!workbook) throw new ReadFailure('broken');
  const { sheetIds, counts1904 } = readWorkbook((await zip.read(workbook))!);
  const targets = await readRelations(zip, workbook);
  const part = (type: string) => [...targets.values()].find(target => target.type === type)?.name;
  const strings = readStrings(await zip.read(part('sharedStrings') ?? ''));
  const formats = readCellFormats(await zip.read(part('styles') ?? ''), counts1904);
  const sheets: Sheet[] = [];
  let rows = 0;
  for (const id of sheetIds) {
    const target = targets.get(id);
    if (target?.type !== 'worksheet') continue;
    const sheet = await zip.read(target.name);
    if (!sheet) throw new ReadFailure('broken');
    sheets.push(readSheet(sheet, strings, formats, limits.rows - rows));
    rows += sheets.at(-1)!.rows.length;
  }
  return sheets;
}

function readWorkbook(bytes: Buffer) {
  const sheetIds: string[] = [];
  let counts1904 = false;
  walkXml(bytes, {
    open(name, attribute) {
      if (name === 'sheet') sheetIds.push(attribute('r:id') ?? attribute('id') ?? '');
      if (name === 'workbookPr') counts1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
    },
  });
  return { sheetIds, counts1904 };
}

type Target = { type: string; name: string };

async function readRelations(zip: Zip, workbook: string): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>();
  const bytes = await zip.read(workbook.replace(/^xl\//, 'xl/_rels/').concat('.rels'));
  if (!bytes) throw new ReadFailure('broken');
  walkXml(bytes, {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      const place = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const type = (attribute('Type') ?? '').split('/').at(-1)!;
      targets.set(attribute('Id') ?? '', { type, name: place });
    },
  });
  return targets;
}

function readStrings(bytes: Buffer | undefined): string[] {
  const strings: string[] = [];
  if (!bytes) return strings;
  let text = '';
  let inText = false;
  let inReading = 0;
  walkXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      // How a name is pronounced stands beside it, and is not part of it.
      if (name === 'rPh') inReading++;
      inText = name === 't' && inReading === 0;
    },
    text: piece => {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 'rPh') inReading--;
      if (name === 't') inText = false;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

function readSheet(
  bytes: Buffer,
  strings: readonly string[],
  formats: readonly CellFormat[],
  mostRows: number,
): Sheet {
  const rows: Row[] = [];
  let row: Row = { number: 0, cells: [] };
  let cell: Cell = { column: 0, type: 'n', format: undefined, value: '', formula: '' };
  let part: 'value' | 'formula' | undefined;
  walkXml(bytes, {
    open(name, attribute) {
      if (name === 'row') {
        const number = Number(attribute('r') ?? row.number + 1);
        if (!Number.isInteger(number) || number < 1) throw new ReadFailure('broken');
        row = { number, cells: [] };
        cell = { ...cell, column: -1 };
      } else if (name === 'c') {
        cell = {
          column: columnOf(attribute('r')) ?? cell.column + 1,
          type: attribute('t') ?? 'n',
          format: formats[Number(attribute('s') ?? 0)],
          value: '',
          formula: '',
        };
      } else if (name === 'v' || name === 't') part = 'value';
      else if (name === 'f') part = 'formula';
    },
    text: piece => {
      if (part) cell[part] += piece;
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') part = undefined;
      else if (name === 'c') put(row, cell.column, shownValue(cell, strings));
      else if (name === 'row' && row.cells.some(value => value.trim())) {
        if (rows.length >= mostRows) throw new ReadFailure('over-limits');
        rows.push(row);
      }
    },
  });
  return { rows };
}

type Cell = {
  column: number;
  type: string;
  format: CellFormat | undefined;
  value: string;
  formula: string;
};

function put({ cells }: Row, column: number, value: string): void {
  if (value === '') return;
  if (column >= limits.columns) throw new ReadFailure('over-limits');
  while (cells.length < column) cells.push('');
  cells[column] = value;
}

function shownValue(cell: Cell, strings: readonly string[]): string {
  const { type, value, format, formula } = cell;
  // Nothing was ever calculated: the cell is not empty for it.
  if (value === '' && formula !== '') return `=${formula}`;
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  if (format?.isDate) return dateOf(number, format) ?? value;
  // 0.1 + 0.2 is stored with all its digits; sheets show fifteen.
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters.toUpperCase()].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}
