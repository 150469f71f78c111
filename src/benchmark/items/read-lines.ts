export type Line = {
  text: string;
  /** From 1. */
  number: number;
  /** In bytes, its line break included. */
  at: number;
  length: number;
  /** Whether it ends with a line break: what does not may have been cut off. */
  whole: boolean;
};

/** The lines of a file that streams by. A mark of its encoding is no part of the first. */
export async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let rest: Buffer[] = [];
  let at = 0;
  let number = 0;
  const take = (line: Buffer, whole: boolean): Line => {
    number++;
    const length = line.length + (whole ? 1 : 0);
    const text = line.toString('utf8');
    const taken = { text: number === 1 ? text.replace(/^\ufeff/, '') : text, number, at, length };
    at += length;
    return { ...taken, whole };
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end);
      yield take(rest.length === 0 ? piece : Buffer.concat([...rest, piece]), true);
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield take(Buffer.concat(rest), false);
}
