import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { exitCodes, SpinemedError } from '../../errors/index.ts';
import { print, printJson } from '../print.ts';

export function audit(program: Command): void {
  program
    .command('audit')
    .argument('[tables]', 'a JSON file of tables (else the published ones that come along)')
    .option('--json', 'the findings as JSON', false)
    .description('Recomputes published tables and says what does not follow.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed audit tables.json --json\n\nExit code 1: something is inconsistent.',
    )
    .action(async (file: string | undefined, options: { json: boolean }) => {
      const { loadAudit } = await import('../../benchmark/index.ts');
      const { auditTables, publishedTables, renderAudit } = await loadAudit();
      const found = auditTables(readTables(file ?? publishedTables));
      if (options.json) printJson(found);
      else print(renderAudit(found));
      if (found.findings.some(finding => finding.verdict === 'inconsistent'))
        process.exitCode = exitCodes.problemFound;
    });
}

function readTables(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SpinemedError({
      code: 'file-unreadable',
      mender: 'user',
      message: 'the file cannot be read',
      place: file,
      hint: 'Check its name and rights.',
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new SpinemedError({
      code: 'json-invalid',
      mender: 'user',
      message: 'the file is not JSON',
      place: file,
      hint: 'Compare it with src/benchmark/audit/published.json.',
    });
  }
}
