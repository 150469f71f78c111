import { hash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { strictest } from '../../contracts/data-class.ts';
import { questionTemplate } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { canonical } from '../../identity/index.ts';
import {
  type CollectorContext,
  defineCollector,
  made,
  type Offer,
  type Outcome,
  reject,
  type Source,
} from '../../store/index.ts';
import { checkRoot } from '../folder/check-root.ts';
import { nameClinical } from '../folder/name-clinical.ts';
import { originOf } from '../folder/origin-of.ts';
import { type Governing, sourceFileName, sourceFileReader } from '../folder/read-source-file.ts';
import { type Found, walk } from '../folder/walk.ts';
import { limits } from '../reading/limits.ts';
import { judgeQuestion, rowReasons } from './judge-question.ts';
import { fold } from './read-answer.ts';
import { bankReasons, readBank } from './read-bank.ts';
import type { FoundRow } from './read-rows.ts';

const settings = z.object({
  /** A bank's file, or a folder of them. */
  path: z.string(),
  mayBeMissing: z.boolean().optional(),
});

/** Question banks in CSV, XLSX, JSON and QTI: every row a template, or a reject with its row
 *  number. At least licensed, whatever a source.yaml says, and never passed on. */
export const collectQuestions = defineCollector({
  name: 'collect-questions',
  version: 2,
  makes: [questionTemplate],
  settings,
  rejects: [
    ...['empty', 'not-a-file', 'unreadable', 'name-not-utf8', 'source-file-invalid'],
    ...bankReasons,
    ...rowReasons,
    ...['repeated-header', 'malformed', 'duplicate'],
  ],
  offers: offerQuestions,
});

type Context = CollectorContext<z.output<typeof settings>>;
type Bank = {
  name: string;
  sha256: string;
  source: Source;
  tag: () => string;
  keep: () => Promise<string>;
};

async function* offerQuestions(context: Context): AsyncGenerator<Offer> {
  const { workspaceFolder, settings, signal } = context;
  const target = path.resolve(workspaceFolder, settings.path);
  const status = await lstat(target).catch(() => undefined);
  if (!status && settings.mayBeMissing) return;
  if (!status) throw bankMissing(target);
  const root = status.isFile() ? path.dirname(target) : target;
  if (!status.isFile()) await checkRoot(root, workspaceFolder);
  const governing = sourceFileReader(root);
  const seen = new Set<string>();
  const files = status.isFile() ? [{ place: target }] : walk(root);
  for await (const found of files) {
    if (path.basename(found.place) === sourceFileName) continue;
    signal.throwIfAborted();
    const governed = governing(path.dirname(found.place));
    const source = sourceOf(found.place, governed, workspaceFolder);
    const name = source.origin;
    if ('broken' in governed) {
      const folder = path.dirname(governed.broken);
      const place = `source.yaml of ${nameClinical(workspaceFolder).folder(folder)}`;
      yield rejectFile(name, source, `without ${place}`, 'source-file-invalid', place);
      continue;
    }
    const content = await contentOf(found);
    if (typeof content === 'string') {
      yield rejectFile(name, source, content, content);
      continue;
    }
    const sha256 = hash('sha256', content);
    const tag = () => nameClinical(workspaceFolder).file(found.place);
    const read = await readBank(content, path.basename(found.place), signal);
    if ('reason' in read)
      yield { ...rejectFile(name, source, sha256, read.reason), files: [sha256], tag };
    else {
      let kept: Promise<string> | undefined;
      const keep = () => (kept ??= context.blobs.put(content));
      yield* offerRows({ name, sha256, source, tag, keep }, read.rows, seen);
    }
  }
}

/** At least licensed, and never passed on. What a broken source.yaml is about is not known. */
function sourceOf(place: string, governed: Governing, workspaceFolder: string): Source {
  const stated = 'broken' in governed ? { class: 'clinical' as const } : governed.settings;
  const isClinical = stated.class === 'clinical';
  const origin = isClinical
    ? nameClinical(workspaceFolder).file(place)
    : originOf(place, workspaceFolder);
  const title = 'title' in stated && !isClinical ? stated.title : undefined;
  return {
    ...stated,
    class: strictest('licensed', stated.class),
    redistribution: 'never',
    kind: 'question-bank',
    title: title || path.basename(origin),
    origin,
  };
}

async function contentOf({ place, obstacle }: Found): Promise<Buffer | string> {
  if (obstacle) return obstacle;
  try {
    const status = await lstat(place);
    if (!status.isFile()) return 'not-a-file';
    if (status.size === 0) return 'empty';
    return status.size > limits.fileBytes ? 'over-limits' : await readFile(place);
  } catch {
    return 'unreadable';
  }
}

function rejectFile(
  name: string,
  source: Source,
  state: string,
  reason: string,
  place = name,
): Offer {
  return {
    key: `${name} as a whole: ${source.class} ${state}`,
    source,
    collect: async () => reject(reason, { place }),
  };
}

/** A row is known by what it says, not by where it stands: a row put in above it does not
 *  make it new. */
function* offerRows(bank: Bank, rows: readonly FoundRow[], seen: Set<string>): Generator<Offer> {
  const times = new Map<string, number>();
  for (const row of rows) {
    const content = hash('sha256', canonical({ ...row, place: '', raw: unplaced(row) }));
    const time = (times.get(content) ?? 0) + 1;
    times.set(content, time);
    const outcome = judge(bank, row, seen);
    yield {
      key: `${bank.name} ${bank.source.class} ${content} ${time}`,
      source: bank.source,
      place: `${bank.name}, ${row.place}`,
      files: [bank.sha256],
      tag: () => `${bank.tag()}, ${row.place}`,
      collect: async () => {
        if (!('kind' in outcome)) return outcome;
        return { ...outcome, blobs: [await bank.keep()] };
      },
    };
  }
}

function unplaced(row: FoundRow) {
  return 'raw' in row ? { ...row.raw, place: '' } : null;
}

function judge(bank: Bank, row: FoundRow, seen: Set<string>): Outcome {
  const place = `${bank.name}, ${row.place}`;
  if ('reason' in row) return reject(row.reason, { place });
  const judged = judgeQuestion(row.raw);
  if ('reason' in judged) return reject(judged.reason, { place });
  const { stem, options } = judged.question;
  const likeness = hash(
    'sha256',
    [stem, ...options.map(option => option.text).sort()].map(fold).join('\n'),
  );
  if (seen.has(likeness)) return reject('duplicate', { place });
  seen.add(likeness);
  return made(questionTemplate, {
    path: bank.name,
    place: row.place,
    file: bank.sha256,
    ...judged.question,
  });
}

function bankMissing(place: string): SpinemedError {
  return new SpinemedError({
    code: 'question-bank-missing',
    mender: 'user',
    message: 'there is no question bank',
    place,
    hint: 'Name a file (CSV, XLSX, JSON, QTI) or a folder of such files.',
  });
}
