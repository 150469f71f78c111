import type { Sheet } from '../reading/protocol.ts';
import { findHeader, type Header, repeatsHeader } from './find-header.ts';
import { noQuestion, type RawQuestion } from './raw-question.ts';

export type FoundRow = { place: string } & (
  | { raw: RawQuestion }
  | { reason: 'repeated-header' | 'malformed' | 'columns-not-recognised' }
);

/** The questions of a table, a row each; nothing where no sheet names its columns. Where only
 *  some do, each of the others is a reject as a whole. */
export function readRows(sheets: readonly Sheet[]): FoundRow[] | undefined {
  let anyHeader = false;
  const found = sheets.flatMap(({ rows }, index): FoundRow[] => {
    if (rows.length === 0) return [];
    const header = findHeader(rows);
    if (!header) return [{ place: `sheet ${index + 1}`, reason: 'columns-not-recognised' }];
    anyHeader = true;
    return rows.slice(header.rows).map(({ number, cells }) => {
      const place = `${sheets.length > 1 ? `sheet ${index + 1}, ` : ''}row ${number}`;
      if (repeatsHeader(header, cells)) return { place, reason: 'repeated-header' };
      return { place, raw: rawOf(header, cells, place) };
    });
  });
  return anyHeader ? found : undefined;
}

function rawOf({ columns }: Header, cells: readonly string[], place: string): RawQuestion {
  const raw: RawQuestion = { ...noQuestion, place, options: [], pictures: [] };
  columns.forEach((column, at) => {
    const text = cells[at]?.trim() ?? '';
    if (!column || !text) return;
    if (column.role === 'option') raw.options.push({ label: column.label, text });
    else if (column.role === 'picture') raw.pictures.push(...text.split(/[;；|\n]/));
    else if (column.role === 'options') raw.optionsTogether = text;
    else raw[column.role] = text;
  });
  raw.options.sort((a, b) => (a.label < b.label ? -1 : 1));
  return raw;
}
