import path from 'node:path';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { type DataClass, dataClasses, strictest } from '../../contracts/data-class.ts';
import { languageOfText, sources } from '../../spine/index.ts';
import { benchmarkInvalid } from './benchmark-invalid.ts';
import { embeddedPicture } from './embedded-picture.ts';
import type { FoundItem } from './found-item.ts';
import { lettersOf } from './letters-of.ts';
import { listOf } from './list-of.ts';
import { ownColumn } from './own-column.ts';

type Row = Record<string, string>;

/** Longer than any index, and shorter than any picture: what stands there names another row. */
const longestIndex = 64;
const mostRecordBytes = 256 * 2 ** 20;

/** A benchmark as VLMEvalKit has them: tab-separated, pictures in base64 or as paths. */
export async function* readVlmevalkitRows(
  bytes: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<FoundItem> {
  const rows = Readable.from(bytes).pipe(
    parse({
      delimiter: '\t',
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
      relax_quotes: true,
      max_record_size: mostRecordBytes,
    }),
  );
  const pictureOf = new Map<string, string>();
  try {
    for await (const { record, info } of rows as AsyncIterable<{
      record: Row;
      info: { lines: number };
    }>)
      yield itemOf(record, `${file}:${info.lines}`, pictureOf);
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_'))
      throw benchmarkInvalid('this is not a table with tabs', {
        place: file,
        hint: 'Give a TSV file as VLMEvalKit has them: index, image or image_path, question, A, B, …, answer.',
      });
    throw error;
  }
}

function itemOf(row: Row, place: string, pictureOf: Map<string, string>): FoundItem {
  const filled = (name: string) => {
    const value = row[name]?.trim();
    // What pandas writes where there is nothing.
    return value === undefined || value === '' || value.toLowerCase() === 'nan' ? undefined : value;
  };
  const options = Object.fromEntries(
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap(letter => {
      const option = filled(letter);
      return option === undefined ? [] : [[letter, option]];
    }),
  );
  const own = ownFields(row, place);
  if (own === null && Object.keys(options).length < 2)
    throw benchmarkInvalid('the row has no options: an open question has nobody to score it', {
      place,
      hint: 'docs/benchmark.md says which files of others can be run.',
    });
  const pictures = new Map<string, Buffer>();
  const take = (image: string) => {
    const embedded = embeddedPicture(image);
    if (!embedded) return image;
    pictures.set(...embedded);
    return embedded[0];
  };
  const id = filled('index') ?? filled('id') ?? place;
  const images = imagesOf(filled('image'), filled('image_path'), pictureOf).map(take);
  if (images.length === 1) pictureOf.set(id, images[0]!);
  const question = [filled('hint'), filled('question')].filter(Boolean).join('\n');
  const answer = lettersOf([filled('answer') ?? ''], options);
  const category = filled('category');
  return {
    place,
    pictures,
    value: {
      id,
      task: answer.length > 1 ? 'mcq-multi' : 'mcq',
      benchmark: path.parse(file(place)).name,
      question,
      options,
      answer,
      images,
      language:
        languageOfText(question) ?? languageOfText(Object.values(options).join(' ')) ?? 'en',
      source: sources.some(each => each.id === category) ? category : 'open_source',
      category,
      split: filled('split'),
      ...own,
      class: strictestOf(filled('class'), own?.class),
    },
  };
}

/** The strictest that is told anywhere: a column may be lost on the way. A table of others may mean
 *  something else by it. */
function strictestOf(...told: unknown[]): DataClass | undefined {
  const known = told.flatMap(said =>
    dataClasses.filter(each => typeof said === 'string' && said.toLowerCase() === each),
  );
  return known.length === 0 ? undefined : known.reduce((a, b) => strictest(a, b));
}

/** A row of our own export: cells are taken to the letter, what no column holds from its own. */
function ownFields(row: Row, place: string): Record<string, unknown> | null {
  const json = row[ownColumn]?.trim();
  if (json === undefined || json === '') return null;
  try {
    return {
      ...{ category: undefined, split: undefined },
      ...z.looseObject({}).parse(JSON.parse(json)),
      id: row.index,
      question: row.question,
      case: row.hint || null,
      options: Object.fromEntries(
        Object.entries(row).filter(([name, text]) => isOption(name, text)),
      ),
      answer: [...(row.answer ?? '')],
    };
  } catch {
    throw benchmarkInvalid(`\`${ownColumn}\` is not what an export wrote`, {
      place,
      hint: 'Export the run again, or take the column out: the items then lose what it held.',
    });
  }
}

const isOption = (name: string, text: string) => /^[A-Z]$/.test(name) && text !== '';

const file = (place: string) => place.replace(/:\d+$/, '');

function imagesOf(
  image: string | undefined,
  paths: string | undefined,
  pictureOf: ReadonlyMap<string, string>,
): string[] {
  if (image !== undefined && image.length <= longestIndex) {
    const other = pictureOf.get(image);
    return other === undefined ? [image] : [other];
  }
  const given = image ?? paths;
  return given === undefined ? [] : listOf(given);
}
