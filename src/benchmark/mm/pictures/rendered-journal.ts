import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readLines } from '../../items/read-lines.ts';

const lineSchema = z.object({
  /** Which picture of which dataset, rendered how. */
  key: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
type Line = z.output<typeof lineSchema>;

export type RenderedJournal = {
  /** The hash of its PNG, where that is there already and still is what its name says. */
  find(key: string): Promise<string | undefined>;
  add(line: Line): Promise<void>;
  close(): Promise<void>;
};

export const pictureName = (sha256: string) => `pictures/${sha256}.png`;

/** What has been rendered into a folder, a line each once the PNG is in place: a build that was
 *  killed goes on behind the last. */
export async function openJournal(folder: string): Promise<RenderedJournal> {
  const file = path.join(folder, 'rendered.jsonl');
  const handle = await open(file, 'a+');
  const known = new Map<string, string>();
  let isEnded = true;
  for await (const { text, whole } of readLines(createReadStream(file))) {
    isEnded = whole;
    const line = parse(text);
    if (whole && line) known.set(line.key, line.sha256);
  }
  // A kill may have cut the last line off.
  if (!isEnded) await handle.appendFile('\n');
  return {
    async find(key) {
      const sha256 = known.get(key);
      return sha256 !== undefined && (await isWhole(folder, sha256)) ? sha256 : undefined;
    },
    async add(line) {
      await handle.appendFile(`${JSON.stringify(line)}\n`);
      known.set(line.key, line.sha256);
    },
    close: () => handle.close(),
  };
}

function parse(text: string): Line | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function isWhole(folder: string, sha256: string): Promise<boolean> {
  const png = await readFile(path.join(folder, pictureName(sha256))).catch(() => undefined);
  return png !== undefined && hash('sha256', png, 'hex') === sha256;
}
