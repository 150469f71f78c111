import { Command } from 'commander';
import product from '../../package.json' with { type: 'json' };
import { commands } from './commands/index.ts';

/** The command line, ready to parse: of the command that is called that one alone, else the whole. */
export async function newProgram(args: readonly string[] = []): Promise<Command> {
  const program = new Command('spinemed')
    .description('A traceable instruction corpus, benchmarks and a curriculum for AI of the spine.')
    .option(
      '-w, --workspace <dir>',
      'the workspace (else SPINEMED_WORKSPACE, else the nearest spinemed.yaml)',
    )
    .version(product.version, '--version')
    .addHelpText(
      'after',
      '\nExample:  npm start\n\nEvery command explains itself:  ./spinemed build --help',
    )
    .showSuggestionAfterError()
    // Mistakes are reported in one place, with everything else that goes wrong.
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const called = args[0] !== undefined && Object.hasOwn(commands, args[0]) ? [args[0]] : null;
  for (const name of called ?? Object.keys(commands)) (await commands[name]!())(program);
  return program;
}
