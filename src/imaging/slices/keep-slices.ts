import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { makeFolder } from '../../config/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { SliceCase } from './find-cases.ts';
import type { Sliced } from './protocol.ts';
import { digestOfSeen, filesOf, lookAt } from './seen-files.ts';
import type { Asked, SlicesFile } from './slices-file.ts';

const recordName = 'slices.json';
/** Of what is being written: what it names is ours too, if we are killed. */
const partName = `${recordName}.part`;
const pictureName = /^slice-\d{3,}\.png$/;

/** The slices of an earlier run, where they are whole, were asked for likewise and are of these
 *  very files, untouched since. */
export async function keptSlices(
  folder: string,
  one: SliceCase,
  asked: Asked,
): Promise<SlicesFile | null> {
  const { slicesFileSchema } = await import('./slices-file.ts');
  const { data: record } = slicesFileSchema.safeParse(await readJson(folder, recordName));
  if (!record || !isDeepStrictEqual(record.asked, asked)) return null;
  if (record.seen !== digestOfSeen(await lookAt(filesOf(one, record.source.files)))) return null;
  for (const { file, sha256 } of record.slices)
    if (!pictureName.test(file) || (await hashOf(path.join(folder, file))) !== sha256) return null;
  return record;
}

/** What an earlier run has left is put aside for these, and nothing else. */
export async function refuseStrangers(folder: string): Promise<void> {
  const ours = await ownPictures(folder);
  const found = await readdir(folder).catch(() => []);
  const stranger = found.find(name => pictureName.test(name) && !ours.has(name));
  if (stranger !== undefined) throw notOurs(path.join(folder, stranger));
}

/** Pictures first, and the record under its own name last: where it is, all is there. */
export async function writeSlices(folder: string, { record, pictures }: Sliced): Promise<void> {
  makeFolder(path.resolve(folder), 0o755);
  // Another volume's must not lie among these. The records that name them go last.
  for (const name of await ownPictures(folder)) await rm(path.join(folder, name), { force: true });
  await rm(path.join(folder, recordName), { force: true });
  await writeFile(path.join(folder, partName), `${JSON.stringify(record, null, 2)}\n`);
  await Promise.all(
    record.slices.map(({ file }, at) => writeFile(path.join(folder, file), pictures[at]!)),
  );
  await rename(path.join(folder, partName), path.join(folder, recordName));
}

async function ownPictures(folder: string): Promise<Set<string>> {
  const { ownedFilesSchema } = await import('./slices-file.ts');
  const names = new Set<string>();
  for (const name of [recordName, partName]) {
    const { data } = ownedFilesSchema.safeParse(await readJson(folder, name));
    for (const { file } of data?.slices ?? []) if (pictureName.test(file)) names.add(file);
  }
  return names;
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const text = await readFile(path.join(folder, name), 'utf8').catch(() => '');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function hashOf(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

function notOurs(place: string): SpinemedError {
  return new SpinemedError({
    code: 'slices-not-ours',
    mender: 'user',
    message: 'a picture stands where slices go, and no slices.json beside it names it',
    place,
    hint: 'Move it away, or give another --out.',
  });
}
