import { closeSync, fdatasync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeFolder } from '../../config/index.ts';
import { type LogLine, logLineSchema } from '../../contracts/models/index.ts';
import { attemptId } from '../call-id.ts';
import { grouped } from '../limits/grouped.ts';
import { attemptLine, killedLine, refusedLine } from './attempt-line.ts';
import type { CallLog, LoggedAnswer } from './call-log.ts';
import { lockFile } from './lock-file.ts';
import { memoryBooks } from './memory-books.ts';
import type { LinePlace } from './read-lines.ts';
import { readLog } from './read-log.ts';

const sync = promisify(fdatasync);

/** A log in a file also takes lines of answers that no request was made for now: of an offline
 *  method, or of a call that was answered before. */
export type FileLog = CallLog & { append(line: LogLine): Promise<void> };

export type FileLogOptions = {
  capUsd: number | null;
  /** How a line is put; it must keep what the log reads of its own lines (`read-log.ts`). */
  put?: (line: LogLine) => object;
};

/** A call log beside a run, for commands without a workspace. `FILE`: a line an attempt that
 *  has ended, only ever added to. `FILE.asked`: attempts under way, so that those which a kill
 *  cut off are known and counted as lost. */
export async function openFileLog(
  file: string,
  { capUsd, put = line => line }: FileLogOptions,
): Promise<FileLog> {
  makeFolder(path.dirname(path.resolve(file)), 0o755);
  const unlock = lockFile(file);
  const state = await readLog(file).catch(error => {
    unlock();
    throw error;
  });
  const log = openSync(file, 'a+', 0o600);
  ftruncateSync(log, state.sizeBytes);
  const books = memoryBooks({ capUsd, spentUsd: state.spentUsd });

  const write = grouped<LogLine, void>(async lines => {
    const texts = lines.map(line => Buffer.from(`${JSON.stringify(put(line))}\n`));
    writeAll(log, Buffer.concat(texts));
    await sync(log);
    lines.forEach(({ call, status }, at) => {
      const { length } = texts[at]!;
      if (status === 'answered') state.answered.set(call, { at: state.sizeBytes, length });
      state.sizeBytes += length;
    });
    return lines.map(() => undefined);
  });

  await Promise.all(state.killed.map(write));
  const asked = openSync(`${file}.asked`, 'w', 0o600);
  const batches = openSync(`${file}.batches`, state.inBatch.size > 0 ? 'a' : 'w', 0o600);
  for (const { line } of state.inBatch.values()) append(asked, line);

  return {
    async find(call) {
      const place = state.answered.get(call);
      return place && readAnswer(log, place);
    },
    async begin(intent) {
      const { call, mostUsd } = intent;
      const waiting = state.inBatch.get(call.id);
      if (waiting) {
        const { attempt } = waiting.line;
        return { type: 'in-batch', attempt, batch: waiting.batch };
      }
      const attempt = (state.attempts.get(call.id) ?? 0) + 1;
      const decision = books.take(intent, attemptId(call.id, attempt));
      if (decision.type !== 'go') return decision;
      state.attempts.set(call.id, attempt);
      // The kernel has it, and so it outlives this process; the disk may take its time.
      append(asked, killedLine(call, attempt, mostUsd));
      return { type: 'go', attempt, waitMs: decision.waitMs };
    },
    end(ended) {
      state.inBatch.delete(ended.call.id);
      const mostUsd = books.giveBack(ended, attemptId(ended.call.id, ended.attempt));
      return write(attemptLine(ended, mostUsd));
    },
    refuse: (call, code) => write(refusedLine(call, code)),
    noteFromLog() {},
    async pause({ pool }, forMs) {
      books.pause(pool, Date.now() + forMs);
    },
    async classOf() {
      return undefined;
    },
    async noteBatch(batch, _model, members) {
      append(batches, { batch, members: members.map(({ call, attempt }) => ({ call, attempt })) });
      await sync(batches);
    },
    async noteBatchEnd() {},
    append: write,
    async close() {
      closeSync(log);
      closeSync(asked);
      closeSync(batches);
      unlock();
    },
  };
}

const answerSchema = logLineSchema.pick({
  text: true,
  finish: true,
  tokens: true,
  costUsd: true,
  latencyMs: true,
});

function readAnswer(log: number, { at, length }: LinePlace): LoggedAnswer {
  const bytes = Buffer.alloc(length);
  readSync(log, bytes, 0, length, at);
  const line = answerSchema.parse(JSON.parse(bytes.toString('utf8')));
  const { text, finish, tokens, costUsd, latencyMs } = line;
  return { text: text ?? '', finish: finish ?? 'other', tokens, costUsd, latencyMs };
}

function append(file: number, line: unknown): void {
  writeAll(file, Buffer.from(`${JSON.stringify(line)}\n`));
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(file, bytes, written, bytes.length - written);
}
