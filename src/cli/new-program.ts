import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { productFolder } from '../config/index.ts';
import { commands } from './commands/index.ts';

/** The whole command line, ready to parse. */
export function newProgram(): Command {
  const program = new Command('spinemed')
    .description('A traceable instruction corpus, benchmarks and a curriculum for AI of the spine.')
    .option(
      '-w, --workspace <dir>',
      'the workspace (else SPINEMED_WORKSPACE, else the nearest spinemed.yaml)',
    )
    .version(version(), '--version')
    .addHelpText(
      'after',
      '\nExample:  npm start\n\nEvery command explains itself:  ./spinemed build --help',
    )
    .showSuggestionAfterError()
    // Mistakes are reported in one place, with everything else that goes wrong.
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const register of commands) register(program);
  return program;
}

function version(): string {
  const file = path.join(productFolder, 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
