import { createReadStream } from 'node:fs';

export type LinePlace = { at: number; length: number };

/** The whole lines of a file with their places in bytes. What follows the last line break was
 *  cut off by a kill and is no line. A file that is not there has none. */
export async function* readLines(
  file: string,
): AsyncGenerator<{ text: string; number: number; place: LinePlace }> {
  let rest: Buffer[] = [];
  let at = 0;
  let number = 0;
  const stream = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        const line = Buffer.concat([...rest, chunk.subarray(start, end)]);
        rest = [];
        number++;
        const place = { at, length: line.length + 1 };
        at += place.length;
        start = end + 1;
        yield { text: line.toString('utf8'), number, place };
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
