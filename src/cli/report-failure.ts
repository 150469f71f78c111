import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CommanderError } from 'commander';
import { describeError, exitCodeOf, exitCodes, nameOf, SpinemedError } from '../errors/index.ts';
import { note } from './print.ts';

/** What a shell gives for a command that was ended by Ctrl-C. */
const interrupted = 130;

/** Says in one line why a command failed; gives the exit code. */
export function reportFailure(thrown: unknown): number {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return exitCodes.done;
  // A command that only groups others has shown its help.
  if (thrown instanceof CommanderError && thrown.code === 'commander.help')
    return exitCodes.badCall;
  if (thrown instanceof Error && thrown.name === 'AbortError') return interrupted;
  const error = badCall(thrown) ?? fileTrouble(thrown) ?? thrown;
  const code = exitCodeOf(error);
  const trace = code === exitCodes.defect ? keepTrace(error) : '';
  note(`spinemed: ${describeError(error)}${trace}`);
  return code;
}

function badCall(thrown: unknown): SpinemedError | undefined {
  if (!(thrown instanceof CommanderError)) return undefined;
  const message = thrown.message.replace(/^error: /, '').replaceAll('\n', ' ');
  return new SpinemedError({
    code: 'bad-call',
    mender: 'user',
    message: message.replace(/\.$/, ''),
    hint: 'The same command with --help explains it.',
  });
}

const troubles: Record<string, string> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EFBIG: 'the file is larger than may be',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a folder is wanted and this is none',
  EEXIST: 'a folder is wanted and something else stands there',
  EISDIR: 'a file is wanted and this is a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'links that lead in a circle',
};

/** What the disk refuses is the user's to mend, whoever of us asked for it. */
function fileTrouble(thrown: unknown): SpinemedError | undefined {
  const { code = '', path: place } = thrown as NodeJS.ErrnoException;
  const message = troubles[code];
  // What is written to an open file fails without its name.
  const isOfDisk = ['ENOSPC', 'EDQUOT', 'EROFS', 'EFBIG'].includes(code);
  if (!(thrown instanceof Error) || !message || !(place || isOfDisk)) return undefined;
  return new SpinemedError({
    code: 'file-trouble',
    mender: 'user',
    message,
    place,
    hint: `The system says ${code}.`,
    cause: thrown,
  });
}

/** Keeps where an unexpected error broke, in a file to send us: frames only, since messages
 *  can quote what was read. */
function keepTrace(error: unknown): string {
  const file = path.join(tmpdir(), `spinemed-defect-${process.pid}-${Date.now()}.json`);
  const chain: Array<{ error: string; frames: string[] }> = [];
  for (let inner = error; inner instanceof Error && chain.length < 5; inner = inner.cause) {
    const frames = (inner.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
    chain.push({ error: nameOf(inner), frames: frames.map(line => line.trim()) });
  }
  try {
    writeFileSync(file, `${JSON.stringify(chain, null, 2)}\n`, { mode: 0o600 });
    return ` Where it broke: ${file}`;
  } catch {
    return '';
  }
}
