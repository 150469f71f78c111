import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { SpinemedError } from '../../errors/index.ts';
import { type Rating, readRatings } from '../agreement/read-ratings.ts';
import { reasoningRubrics } from '../roles/reasoning-ratings.ts';
import { ratedItem } from './rated-item.ts';

export type FilledSheet = {
  ratings: Rating[];
  /** Cells for a mark that have none. */
  blank: number;
};

type Row = { record: Record<string, string>; info: { lines: number } };

const rubrics = reasoningRubrics.map(({ id }) => id);
const needed = ['item', 'model', ...rubrics];
const mostBytes = 64 * 2 ** 20;

/** A sheet that somebody filled in, as ratings; ratings that are some already stay as they are.
 *  Spreadsheets save with whatever separator, decimal sign and encoding their country has. */
export async function readRatingSheet(file: string, rater: string): Promise<FilledSheet> {
  const text = await readText(file);
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const delimiter = [',', ';', '\t'].find(sign => namesOf(head, sign).includes('item'));
  if (delimiter === undefined) throw wrong('there is no column `item`', `${file}:1`);
  const names = namesOf(head, delimiter);
  if (names.includes('dimension') && names.includes('score'))
    return { ratings: await readRatings(file), blank: 0 };
  const missing = needed.filter(name => !names.includes(name));
  if (missing.length > 0) throw wrong(`there is no column ${missing.join(', ')}`, `${file}:1`);
  const ratings: Rating[] = [];
  const seen = new Set<string>();
  let blank = 0;
  for (const { record, info } of rowsOf(text, delimiter, file)) {
    const place = `${file}:${info.lines}`;
    if (!record.item || !record.model) throw wrong('`item` or `model` is empty', place);
    const item = ratedItem(record.item, record.model);
    if (seen.has(item)) throw wrong('this sample stands in the sheet twice', place);
    seen.add(item);
    for (const dimension of rubrics) {
      const said = (record[dimension] ?? '').normalize('NFKC').replace(',', '.').trim();
      if (said === '') blank++;
      else ratings.push({ item, rater, role: 'human', dimension, score: markOf(said, place) });
    }
  }
  return { ratings, blank };
}

function markOf(said: string, place: string): number {
  const mark = Number(said);
  if (/^\d+(\.\d+)?$/.test(said) && mark >= 1 && mark <= 5) return mark;
  throw wrong('a mark is no number from 1 to 5', place);
}

async function readText(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw wrong('there is no such file', file);
  if (found.size > mostBytes) throw wrong('the file is larger than 64 MiB', file);
  const bytes = await readFile(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function namesOf(head: string, delimiter: string): string[] {
  return head.split(delimiter).map(name => name.replaceAll('"', '').trim().toLowerCase());
}

function rowsOf(text: string, delimiter: string, file: string): Row[] {
  try {
    return parse(text, {
      delimiter,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
      columns: (head: string[]) => head.map(name => name.trim().toLowerCase()),
    }) as unknown as Row[];
  } catch {
    throw wrong('this is not a CSV file', file);
  }
}

function wrong(message: string, place: string): SpinemedError {
  return new SpinemedError({
    code: 'sheet-invalid',
    mender: 'user',
    message,
    place,
    hint: 'Give a sheet that `bench reasoning` wrote, with marks from 1 to 5 in its three columns.',
  });
}
