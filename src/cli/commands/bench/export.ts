import { type Command, Option } from 'commander';
import { note } from '../../print.ts';
import { checkOutFile } from './check-out-file.ts';

type Options = { to: 'inspect' | 'vlmevalkit'; out: string };

export function exportRun(group: Command): void {
  group
    .command('export')
    .argument('<dir>', "a run's folder")
    .addOption(
      new Option('--to <tool>', "inspect: the run as Inspect's JSON log; vlmevalkit: its questions")
        .choices(['inspect', 'vlmevalkit'])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'the file to write')
    .description("Hands a run, or its benchmark, to others' tools.")
    .addHelpText(
      'after',
      '\nExamples:  ./spinemed bench export runs/spinegpt --to inspect --out spinegpt.json\n           ./spinemed bench export runs/spinegpt --to vlmevalkit --out benchmark.tsv',
    )
    .action(async (folder: string, { to, out }: Options) => {
      checkOutFile(out);
      const { writeInspectLog, writeVlmevalkitTable } = await import('../../../benchmark/index.ts');
      if (to === 'inspect') {
        note(`${out}: ${await writeInspectLog(folder, out)} samples`);
        return;
      }
      const { rows, leftOut } = await writeVlmevalkitTable(folder, out);
      note(`${out}: ${rows} questions${leftOut > 0 ? `; ${leftOut} reports left out` : ''}`);
    });
}
