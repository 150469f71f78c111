import { open, rename } from 'node:fs/promises';

const linesAtOnce = 500;

/** JSON lines, whole or not at all. */
export async function writeLines(file: string, values: readonly unknown[]): Promise<void> {
  const part = `${file}.part-${process.pid}`;
  const handle = await open(part, 'w');
  try {
    for (let at = 0; at < values.length; at += linesAtOnce) {
      const lines = values.slice(at, at + linesAtOnce).map(value => `${JSON.stringify(value)}\n`);
      await handle.appendFile(lines.join(''));
    }
  } finally {
    await handle.close();
  }
  await rename(part, file);
}
