import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import { SpinemedError } from '../../../errors/index.ts';
import { note } from '../../print.ts';

/** Gives whether anybody still takes what is written. */
type Write = (line: string) => Promise<boolean>;

export function extract(group: Command): void {
  group
    .command('extract')
    .argument('<file>', 'JSON lines: {"id","task","options","response"}')
    .option('--out <file>', 'where the answers go; `-` is standard output', '-')
    .option('--json', 'JSON lines, which is what it prints anyway')
    .description('The letters that free responses settle on, by rule: a JSON line a response.')
    .addHelpText(
      'after',
      `
Example:  ./spinemed bench extract responses.jsonl --out answers.jsonl

Out:      {"id":"7","status":"parsed","answer":["C"],"rule":"announced-letter"}
A response that settles on nothing is "unparseable"; "rule" says why. Exit code 0 all the same.`,
    )
    .action(async (file: string, { out }: { out: string }) => {
      const counts =
        out === '-'
          ? await extractLines(file, writeTo(process.stdout, 'standard output'))
          : await intoFile(out, write => extractLines(file, write));
      const { parsed = 0, unparseable = 0 } = counts;
      note(`${parsed + unparseable} responses: ${parsed} parsed, ${unparseable} unparseable`);
    });
}

async function extractLines(file: string, write: Write): Promise<Record<string, number>> {
  const { extractAnswer, readResponseLine } = await import('../../../benchmark/index.ts');
  const counts: Record<string, number> = {};
  let at = 0;
  for await (const line of linesOf(file)) {
    at += 1;
    if (line.trim() === '') continue;
    const question = readResponseLine(line, `${file}:${at}`);
    const found = extractAnswer(question);
    counts[found.status] = (counts[found.status] ?? 0) + 1;
    if (!(await write(`${JSON.stringify({ id: question.id, ...found })}\n`))) break;
  }
  return counts;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8');
  try {
    let first = true;
    const input = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of input) {
      yield first ? line.replace(/^\ufeff/, '') : line;
      first = false;
    }
    // The interface ends quietly where its stream broke.
    if (stream.errored) throw stream.errored;
  } catch (error) {
    if (error !== stream.errored) throw error;
    throw new SpinemedError({
      code: 'file-unreadable',
      mender: 'user',
      message: 'the file cannot be read',
      place: file,
      hint: 'Check its name and rights.',
      cause: error,
    });
  } finally {
    stream.destroy();
  }
}

function writeTo(stream: Writable, place: string): Write {
  return async line => {
    if (stream.write(line)) return true;
    // A slow reader behind a pipe decides the pace, not our memory; one that left ends it.
    if (stream.writable && stream.writableNeedDrain) await settled(stream);
    checkWritten(stream, place);
    return stream.writable;
  };
}

function checkWritten({ errored }: Writable, place: string): void {
  if (errored && (errored as NodeJS.ErrnoException).code !== 'EPIPE')
    throw Object.assign(errored, { path: place });
}

function settled(stream: Writable): Promise<void> {
  const events = ['drain', 'error', 'close'];
  return new Promise(resolve => {
    const go = () => {
      for (const event of events) stream.off(event, go);
      resolve();
    };
    for (const event of events) stream.on(event, go);
  });
}

/** Writes beside the file and puts it in place when whole: no half file is taken for answers. */
async function intoFile<T>(file: string, work: (write: Write) => Promise<T>): Promise<T> {
  // A device or a pipe is written to as it stands; nothing may take its place.
  const plain = await stat(file).then(
    found => found.isFile(),
    () => true,
  );
  const part = plain ? `${file}.part-${process.pid}` : file;
  const handle = await open(part, 'w').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new SpinemedError({
      code: 'folder-missing',
      mender: 'user',
      message: 'there is no such folder to write into',
      place: file,
      hint: 'Create the folder first.',
    });
  });
  try {
    const stream = handle.createWriteStream();
    stream.on('error', () => {});
    const result = await work(writeTo(stream, file));
    await new Promise(resolve => stream.end(resolve));
    checkWritten(stream, file);
    if (plain) await rename(part, file);
    return result;
  } catch (error) {
    await handle.close().catch(() => {});
    if (plain) await rm(part, { force: true });
    throw error;
  }
}
