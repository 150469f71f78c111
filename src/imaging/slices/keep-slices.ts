import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { SliceCase } from './find-cases.ts';
import type { Sliced } from './protocol.ts';
import type { Asked, SlicesFile } from './slices-file.ts';

const recordName = 'slices.json';

/** Pictures first, and the record under its own name last: where it is, all is there. */
export async function writeSlices(folder: string, { record, pictures }: Sliced): Promise<void> {
  await mkdir(folder, { recursive: true });
  // What an earlier run asked for differently must not lie among these.
  await rm(path.join(folder, recordName), { force: true });
  for (const name of await readdir(folder))
    if (/^slice-\d{3,}\.png$/.test(name)) await rm(path.join(folder, name));
  await Promise.all(
    record.slices.map(({ file }, at) => writeFile(path.join(folder, file), pictures[at]!)),
  );
  const whole = path.join(folder, recordName);
  await writeFile(`${whole}.part`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${whole}.part`, whole);
}

/** The slices of an earlier run, where they are whole, were asked for likewise and their files are
 *  still as large. */
export async function keptSlices(
  folder: string,
  { source, files }: SliceCase,
  asked: Asked,
): Promise<SlicesFile | null> {
  const text = await readFile(path.join(folder, recordName), 'utf8').catch(() => '');
  if (!text) return null;
  const { slicesFileSchema } = await import('./slices-file.ts');
  const { data: record } = slicesFileSchema.safeParse(parse(text));
  if (!record || !isDeepStrictEqual(record.asked, asked)) return null;
  for (const { file } of record.slices) if (!(await sizeOf(path.join(folder, file)))) return null;
  const root = files.length === 1 && files[0] === source ? path.dirname(source) : source;
  for (const { path: name, bytes } of record.source.files)
    if ((await sizeOf(path.join(root, name))) !== bytes) return null;
  return record;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
