import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { SpinemedError } from '../../../errors/index.ts';
import { findDocuments } from './find-documents.ts';
import { type Answer, failures } from './messages.ts';
import { startPool } from './start-pool.ts';

export type BindCounts = { documents: number; pictures: number; bound: number; rejected: number };

/** Binds the pictures of all Markdown files that paths name, files in parallel, and writes a JSON line a
 *  picture in the order of the files. What cannot be read is told to `reject`, and the rest goes on.
 *  A reader of standard output that leaves ends the work. No more answers wait for their turn than twice the workers, however many files there are. */
export async function bindFiles(
  paths: readonly string[],
  out: string,
  reject: (error: SpinemedError) => void,
): Promise<BindCounts> {
  const counts: BindCounts = { documents: 0, pictures: 0, bound: 0, rejected: 0 };
  const rejectAndCount = (error: SpinemedError) => {
    counts.rejected++;
    reject(error);
  };
  const sink = await openSink(out);
  const pool = startPool(Math.max(1, availableParallelism()));
  try {
    const waiting: Array<{ file: string; answer: Promise<Answer> }> = [];
    /** Gives whether anybody still takes what is written. */
    const settle = async (): Promise<boolean> => {
      const { file, answer } = waiting.shift()!;
      const answered = await answer;
      if ('failure' in answered) {
        const { message, hint } = failures[answered.failure];
        const mender = answered.failure === 'binding-failed' ? 'us' : 'user';
        rejectAndCount(
          new SpinemedError({ code: answered.failure, mender, message, place: file, hint }),
        );
        return true;
      }
      counts.documents++;
      counts.pictures += answered.pictures;
      counts.bound += answered.bound;
      for (const part of answered.parts) if (!(await sink.write(part))) return false;
      return true;
    };
    let index = 0;
    for await (const document of findDocuments(paths, rejectAndCount)) {
      waiting.push({ file: document.file, answer: pool.run({ ...document, index: index++ }) });
      if (waiting.length >= pool.size * 2 && !(await settle())) return counts;
    }
    while (waiting.length > 0) if (!(await settle())) break;
    return counts;
  } finally {
    await Promise.all([pool.end(), sink.end()]);
  }
}

type Sink = { write: (part: Uint8Array) => Promise<boolean>; end: () => Promise<void> };

async function openSink(out: string): Promise<Sink> {
  if (out === '-') return { write: writeToOutput, end: async () => {} };
  const refuse = (cause: unknown) => {
    throw unwritable(out, cause);
  };
  const file = await open(out, 'w').catch(refuse);
  return {
    write: async part => {
      await file.appendFile(part).catch(refuse);
      return true;
    },
    end: () => file.close().catch(refuse),
  };
}

/** Waits until the part is taken, so that a slow reader behind a pipe decides the pace. One that
 *  left is no error: nobody takes more. */
function writeToOutput(part: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EPIPE') resolve(false);
      else reject(unwritable('standard output', cause));
    };
    process.stdout.once('error', refuse);
    process.stdout.write(part, error => {
      if (error) return;
      process.stdout.off('error', refuse);
      resolve(true);
    });
  });
}

function unwritable(place: string, cause: unknown): SpinemedError {
  return new SpinemedError({
    code: 'file-unwritable',
    mender: 'user',
    message: 'the output cannot be written',
    place,
    hint: 'Check that its folder exists, may be written to and has room, and that nothing closed it.',
    cause,
  });
}
