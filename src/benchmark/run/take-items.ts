import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { makeFolder } from '../../config/index.ts';
import { embeddedPrefix } from '../items/embedded-picture.ts';
import { type Picking, pickPlaces } from '../items/pick-places.ts';
import { readItems } from '../items/read-items.ts';

export type TakenItems = {
  counts: { name: string; sha256: string; items: number; of: number };
  /** Puts them in place. */
  keep(): Promise<void>;
  drop(): Promise<void>;
};

/** Where a run keeps the items that it asks: beside its answers, so that they can be scored and
 *  read wherever the directory goes. */
export const itemsFile = (folder: string) => path.join(folder, 'benchmark.jsonl');

/** Checks a benchmark from end to end and copies the items that were picked, to be kept or not
 *  once it is known whether they are the run's. */
export async function takeItems(
  file: string,
  folder: string,
  picking: Picking,
): Promise<TakenItems> {
  const of = picking.sample === null ? null : await countItems(file);
  const isPicked = pickPlaces(of, picking);
  const part = `${itemsFile(folder)}.part-${process.pid}`;
  const out = createWriteStream(part, { mode: 0o600 });
  // A write that fails is told where its end is waited for.
  out.on('error', () => {});
  const names = new Set<string>();
  let at = 0;
  let items = 0;
  try {
    const reading = readItems(file);
    for (;;) {
      const { done, value } = await reading.next();
      if (done) {
        await finished(out.end());
        const name = names.size === 1 ? [...names][0]! : path.parse(file).name;
        return {
          counts: { name, sha256: value.sha256, items, of: at },
          keep: () => rename(part, itemsFile(folder)),
          drop: () => rm(part, { force: true }),
        };
      }
      if (!isPicked(at++)) continue;
      const { item, pictures } = value;
      items++;
      names.add(item.benchmark);
      for (const [picture, bytes] of pictures) await putPicture(folder, picture, bytes);
      if (!out.write(`${JSON.stringify(item)}\n`)) await drained(out);
    }
  } catch (error) {
    out.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

/** Named by its hash: the same bytes are there already where the name is. */
async function putPicture(folder: string, name: string, bytes: Buffer): Promise<void> {
  const file = path.join(folder, name.slice(embeddedPrefix.length));
  makeFolder(path.dirname(path.resolve(file)), 0o755);
  await writeFile(file, bytes, { mode: 0o600 });
}

async function countItems(file: string): Promise<number> {
  let count = 0;
  for await (const _ of readItems(file)) count++;
  return count;
}

function drained(out: ReturnType<typeof createWriteStream>): Promise<void> {
  return new Promise((resolve, reject) => {
    // An error that came before is told to nobody who asks later.
    if (out.errored) return reject(out.errored);
    out.once('drain', resolve);
    out.once('error', reject);
  });
}
