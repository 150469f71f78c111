import { newProgram } from './new-program.ts';
import { reportFailure } from './report-failure.ts';

/** Runs one command line and sets the exit code of the process. */
export async function runProgram(args: string[]): Promise<void> {
  // A reader that left (`spinemed status | head`) is no error of anybody's.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.on('uncaughtException', error => process.exit(reportFailure(error)));
  try {
    await (await newProgram(args)).parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}
