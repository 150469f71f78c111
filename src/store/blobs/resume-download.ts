import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export type Answer = {
  Body?: unknown;
  ContentLength?: number | undefined;
  ContentRange?: string | undefined;
};

/** The bytes of an object. Long downloads break: this goes on from the byte where one
 *  stopped, and gives up after so many breaks in a row without a byte in between. */
export async function* resumeDownload(
  first: Answer,
  askFrom: (byte: number) => Promise<Answer>,
  breaksAllowed: number,
): AsyncGenerator<Buffer> {
  const total = first.ContentLength;
  let answer = first;
  let read = 0;
  for (let breaks = 0; ; breaks++) {
    let failure: unknown = new Error('the answer ended early');
    // A server that does not know ranges begins at the beginning again.
    let skip = read > 0 && !answer.ContentRange ? read : 0;
    try {
      for await (const chunk of answer.Body as Readable as AsyncIterable<Buffer>) {
        const fresh = chunk.subarray(skip);
        skip -= chunk.length - fresh.length;
        if (fresh.length === 0) continue;
        read += fresh.length;
        breaks = 0;
        yield fresh;
      }
      if (total === undefined || read >= total) return;
    } catch (error) {
      if (total !== undefined && read >= total) return;
      failure = error;
    }
    if (breaks >= breaksAllowed) throw failure;
    await sleep(100 * 2 ** breaks);
    answer = await askFrom(read);
  }
}
