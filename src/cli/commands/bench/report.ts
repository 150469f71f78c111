import type { Command } from 'commander';
import { note } from '../../print.ts';
import { checkOutFile } from './check-out-file.ts';
import { count } from './run.ts';

type Options = { out: string; items: number; printed: boolean };

export function report(group: Command): void {
  group
    .command('report')
    .argument('<dir...>', "runs' folders, of one benchmark")
    .requiredOption('--out <file>', 'the page, as report.html')
    .option('--items <n>', 'items that are shown one by one', count, 2000)
    .option('--no-printed', "without the paper's printed rows")
    .description('One page of runs: leaderboard, plots, and every item. It loads nothing.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed bench report runs/gpt-4o runs/spinegpt --out report.html\n\nIt holds questions, answers and pictures: as confidential as the benchmark.',
    )
    .action(async (folders: string[], { out, items, printed }: Options) => {
      checkOutFile(out);
      const { writeReportPage } = await import('../../../benchmark/index.ts');
      const { shown, of } = await writeReportPage({
        folders,
        out,
        mostItems: items,
        withPrinted: printed,
      });
      note(`${out}: ${folders.length} runs, ${shown} of ${of} items one by one`);
    });
}
