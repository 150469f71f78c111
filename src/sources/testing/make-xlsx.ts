import { makeZip } from './make-zip.ts';

export type MadeCell = string | number | null | { xml: string };
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook for tests, its cells as shared strings, a sheet for each list of rows. */
export function makeXlsx(
  sheets: MadeCell[][][],
  more: { sheetXml?: string; stringsXml?: string } = {},
): Buffer {
  const strings: string[] = [];
  const sheetXml = sheets.map(rows => sheetOf(rows, strings));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const names = sheets.map((_, index) => `sheet${index + 1}`);
  return makeZip([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="${name}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${names.map(name => relation(name, 'worksheet', `worksheets/${name}.xml`)).join('')}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('f', 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', `<styleSheet xmlns="${main}">${styles}</styleSheet>`],
    [
      'xl/sharedStrings.xml',
      more.stringsXml ??
        `<sst xmlns="${main}">${strings.map(text => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    ...sheetXml.map((xml, index): [string, string] => [
      `xl/worksheets/${names[index]}.xml`,
      more.sheetXml ?? xml,
    ]),
  ]);
}

/** Style 1 is a date. */
const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';

function sheetOf(rows: MadeCell[][], strings: string[]): string {
  const xml = rows.map((cells, r) => {
    const inner = cells.map((cell, c) => {
      const at = `${columnName(c)}${r + 1}`;
      if (cell === null) return '';
      if (typeof cell === 'object') return `<c r="${at}" ${cell.xml}</c>`;
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
      return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
    });
    return `<row r="${r + 1}">${inner.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${xml.join('')}</sheetData></worksheet>`;
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
