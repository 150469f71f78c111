import { Command, CommanderError } from 'commander';
import { describeError, exitCodeOf, exitCodes, SpinemedError } from '../errors/index.ts';
import { commands } from './commands/index.ts';
import { keepTrace } from './log.ts';

/** Runs one command line and ends the process with its exit code. */
export async function runProgram(args: string[]): Promise<void> {
  const program = new Command('spinemed')
    .description('A traceable instruction corpus, benchmarks and a curriculum for AI of the spine.')
    .option(
      '-w, --workspace <dir>',
      'the workspace (else SPINEMED_WORKSPACE, else the nearest spinemed.yaml)',
    )
    .addHelpText(
      'after',
      '\nStart here:  npm start      Every command explains itself:  ./spinemed build --help',
    )
    .showSuggestionAfterError()
    .exitOverride();
  for (const register of commands) register(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
  // A reader that left (`spinemed status | head`) is no error of anybody's.
  process.stdout.on('error', () => {});
}

function report(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.badCall;
  if (error instanceof Error && error.name === 'AbortError') return 130;
  const lines = [describeError(error)];
  if (!(error instanceof SpinemedError) || error.mender === 'us')
    lines.push(`trace: ${keepTrace(error)}`);
  process.stderr.write(`spinemed: ${lines.join('\n')}\n`);
  return exitCodeOf(error);
}
