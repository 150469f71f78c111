import path from 'node:path';
import type { Command } from 'commander';
import { createWorkspace } from '../../config/index.ts';
import { print } from '../print.ts';

export function init(program: Command): void {
  program
    .command('init')
    .argument('<dir>', 'a new or empty folder')
    .option('--sample', 'with the sample sources', false)
    .description(
      'Makes a workspace: spinemed.yaml, a folder for sources, later blobs and the database.',
    )
    .addHelpText(
      'after',
      '\nExample:  ./spinemed init ~/spine --sample && ./spinemed -w ~/spine build',
    )
    .action((dir: string, options: { sample: boolean }) => {
      const folder = path.resolve(dir);
      createWorkspace(folder, options);
      print(`Made a workspace in ${folder}.`);
      print(`Next: put files into ${path.join(folder, 'sources')}, then:`);
      print(`  ./spinemed -w ${forShell(folder)} build`);
    });
}

/** As it can be pasted: quoted where a shell would take it apart. */
function forShell(text: string): string {
  return /^[\w./~-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
