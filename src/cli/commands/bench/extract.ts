import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { SpinemedError } from '../../../errors/index.ts';
import { note } from '../../print.ts';
import { toStandardOutput, type Write, writeTo } from '../../write-to.ts';

type Options = { out: string; model?: string; baseUrl?: string; config?: string };

export function extract(group: Command): void {
  group
    .command('extract')
    .argument('<file>', 'JSON lines: {"id","task","options","response"}')
    .option('--out <file>', 'where the answers go; `-` is standard output', '-')
    .option('--model <model>', 'who reads what no rule can (else nobody)')
    .option('--base-url <url>', 'an OpenAI-compatible server that has the model')
    .option('--config <file>', 'a spinemed.yaml (else the nearest one)')
    .option('--json', 'JSON lines, which is what it prints anyway')
    .description('The letters that free responses settle on: a JSON line a response.')
    .addHelpText(
      'after',
      `
Example:  ./spinemed bench extract responses.jsonl --out answers.jsonl

Out:      {"id":"7","status":"parsed","answer":["C"],"rule":"announced-letter"}
A response that settles on nothing is "unparseable"; "rule" says why. Exit code 0 all the same.
With --model such a response goes to a model, and is "model-extracted" where it has an answer.
Its calls are logged beside the file, in FILE.calls.jsonl: none is paid twice.
Patients' responses, with "class":"clinical" or "source":"hospital", go to models inside only.`,
    )
    .action(async (file: string, options: Options) => {
      const { out } = options;
      const reader = await openReader(options);
      const counts = await (out === '-'
        ? extractLines(file, reader.read, toStandardOutput())
        : intoFile(out, write => extractLines(file, reader.read, write))
      ).finally(reader.close);
      const { parsed = 0, unparseable = 0, 'model-extracted': read = 0 } = counts;
      const byModel = options.model ? `, ${read} read by ${options.model}` : '';
      note(
        `${parsed + unparseable + read} responses: ${parsed} parsed${byModel}, ${unparseable} unparseable`,
      );
    });
}

type Extracted = { id: string; status: string; answer: readonly string[]; rule: string };
type Reader = { read(line: string, place: string): Promise<Extracted>; close(): Promise<void> };

/** By rule, and where a model is named by that where no rule can. */
async function openReader({ model, baseUrl, config, out }: Options): Promise<Reader> {
  const { extractAnswer, readByModel, readResponseLine } = await import(
    '../../../benchmark/index.ts'
  );
  const byRule = (line: string, place: string) => {
    const question = readResponseLine(line, place);
    return { question, found: extractAnswer(question) };
  };
  if (model === undefined)
    return {
      async read(line, place) {
        const { question, found } = byRule(line, place);
        return { id: question.id, ...found };
      },
      close: async () => {},
    };
  const { openModelFor } = await import('../../open-model-for.ts');
  const opened = await openModelFor('extract-answer', model, {
    baseUrl,
    config,
    logFile: out === '-' ? undefined : `${out}.calls.jsonl`,
  });
  return {
    async read(line, place) {
      const { question, found } = byRule(line, place);
      const { id } = question;
      return { id, ...(await readByModel(opened.models, question, found, question.class)) };
    },
    close: opened.close,
  };
}

/** Responses that are read at once: a model may take its time over some. */
const atOnce = 64;

async function extractLines(
  file: string,
  read: Reader['read'],
  write: Write,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const ahead: Array<Promise<Extracted>> = [];
  const settle = async () => {
    const found = await ahead.shift()!;
    counts[found.status] = (counts[found.status] ?? 0) + 1;
    return write(`${JSON.stringify(found)}\n`);
  };
  let at = 0;
  try {
    for await (const line of linesOf(file)) {
      at += 1;
      if (line.trim() === '') continue;
      ahead.push(read(line, `${file}:${at}`));
      // It is waited for in its turn; until then its failure is nobody's.
      ahead.at(-1)!.catch(() => {});
      if (ahead.length >= atOnce && !(await settle())) return counts;
    }
    while (ahead.length > 0) if (!(await settle())) break;
    return counts;
  } finally {
    await Promise.allSettled(ahead);
  }
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
    const write = writeTo(stream, file);
    const result = await work(write);
    await new Promise(resolve => stream.end(resolve));
    // Throws what only the end brought to light.
    await write('');
    if (plain) await rename(part, file);
    return result;
  } catch (error) {
    await handle.close().catch(() => {});
    if (plain) await rm(part, { force: true });
    throw error;
  }
}
