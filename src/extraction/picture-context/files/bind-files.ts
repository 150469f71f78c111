import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { SpinemedError } from '../../../errors/index.ts';
import { findDocuments } from './find-documents.ts';
import { type Answer, failures, type Task } from './messages.ts';

export type BindCounts = { documents: number; pictures: number; bound: number; rejected: number };

/** Binds the pictures of all Markdown files that paths name, files in parallel, and writes a JSON line a
 *  picture in the order of the files. What cannot be read is told to `reject`, and the rest goes on.
 *  No more answers wait for their turn than twice the workers, however many files there are. */
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
    const settle = async () => {
      const { file, answer } = waiting.shift()!;
      const answered = await answer;
      if ('failure' in answered) {
        const { message, hint } = failures[answered.failure];
        const mender = answered.failure === 'binding-failed' ? 'us' : 'user';
        rejectAndCount(
          new SpinemedError({ code: answered.failure, mender, message, place: file, hint }),
        );
        return;
      }
      counts.documents++;
      counts.pictures += answered.pictures;
      counts.bound += answered.bound;
      for (const part of answered.parts) await sink.write(part);
    };
    let index = 0;
    for await (const document of findDocuments(paths, rejectAndCount)) {
      waiting.push({ file: document.file, answer: pool.run({ ...document, index: index++ }) });
      if (waiting.length >= pool.size * 2) await settle();
    }
    while (waiting.length > 0) await settle();
    await sink.end();
    return counts;
  } finally {
    await pool.end();
  }
}

type Sink = { write: (part: Uint8Array) => Promise<void>; end: () => Promise<void> };

async function openSink(out: string): Promise<Sink> {
  if (out === '-') return { write: part => writeTo(process.stdout, part), end: async () => {} };
  const stream = createWriteStream(out);
  const failed = once(stream, 'error').then(([cause]) => {
    throw unwritable(out, cause);
  });
  failed.catch(() => {});
  await Promise.race([once(stream, 'open'), failed]);
  return {
    write: part => Promise.race([writeTo(stream, part), failed]),
    async end() {
      const finished = once(stream, 'finish');
      stream.end();
      await Promise.race([finished, failed]);
    },
  };
}

async function writeTo(stream: NodeJS.WritableStream, part: Uint8Array): Promise<void> {
  if (!stream.write(part)) await once(stream, 'drain');
}

function unwritable(place: string, cause: unknown): SpinemedError {
  return new SpinemedError({
    code: 'file-unwritable',
    mender: 'user',
    message: 'the output cannot be written',
    place,
    hint: 'Check that its folder exists, may be written to and has room.',
    cause,
  });
}

type Pool = { size: number; run: (task: Task) => Promise<Answer>; end: () => Promise<void> };

/** Workers that each take a file at a time. One that dies of a file fails that file alone. */
function startPool(size: number): Pool {
  const idle: Worker[] = [];
  const queue: Array<{ task: Task; resolve: (answer: Answer) => void }> = [];
  const all = new Set<Worker>();
  let started = 0;
  let isEnding = false;
  const start = () => {
    const worker = new Worker(new URL('./bind-worker.ts', import.meta.url));
    worker.on('error', () => {});
    all.add(worker);
    started++;
    return worker;
  };
  const next = () => {
    while (queue.length > 0) {
      const worker = idle.pop() ?? (started < size ? start() : undefined);
      if (!worker) return;
      const { task, resolve } = queue.shift()!;
      const settle = (answer: Answer) => {
        worker.off('message', settle);
        worker.off('exit', died);
        idle.push(worker);
        resolve(answer);
        next();
      };
      const died = () => {
        if (isEnding) return;
        all.delete(worker);
        started--;
        resolve({ index: task.index, failure: 'binding-failed' });
        next();
      };
      worker.on('message', settle);
      worker.once('exit', died);
      worker.postMessage(task);
    }
  };
  return {
    size,
    run: task =>
      new Promise(resolve => {
        queue.push({ task, resolve });
        next();
      }),
    async end() {
      isEnding = true;
      await Promise.all([...all].map(worker => worker.terminate()));
    },
  };
}
