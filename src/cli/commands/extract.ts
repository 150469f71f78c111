import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { SpinemedError } from '../../errors/index.ts';
import type { ExtractedFile } from '../../extraction/index.ts';
import { countProgress } from '../count-progress.ts';
import { note, print, printJson } from '../print.ts';

type Options = { out: string; paddlex?: string; config?: string; json: boolean };

export function extract(program: Command): void {
  program
    .command('extract')
    .argument('<file...>', 'PDF, JATS XML, scanned pages (PNG, JPEG, TIFF)')
    .requiredOption('--out <dir>', 'a folder a file is written there')
    .option('--paddlex <url>', 'a PaddleX server that reads scanned pages')
    .option('--config <file>', 'a spinemed.yaml (else the nearest one)')
    .option('--json', 'as JSON', false)
    .description('Documents to Markdown with their figures, pages and places.')
    .addHelpText('after', '\nExample:  ./spinemed extract chapter.pdf scan.png --out extracted')
    .action(async (files: string[], options: Options) => {
      files.forEach(requireFile);
      const { extractFiles, openOcr } = await import('../../extraction/index.ts');
      const { readModelSettings } = await import('../../config/index.ts');
      const { egress } = readModelSettings(options.config);
      const paddlex = options.paddlex ?? process.env.SPINEMED_PADDLEX_URL;
      const ocr = openOcr({ paddlex, onsite: egress.onsite });
      if (paddlex !== undefined) await requireOnsite(paddlex, egress.onsite);
      const results: ExtractedFile[] = [];
      try {
        const progress = countProgress('pages');
        let before = 0;
        for await (const result of extractFiles(files, options.out, {
          ocr,
          onPage: done => progress.update(before + done),
        })) {
          progress.clear();
          before += result.counts?.pagesIn ?? 0;
          results.push(result);
          note(describe(result));
        }
      } finally {
        ocr.close();
      }
      if (options.json) printJson({ files: results, totals: totalsOf(results) });
      else print(summary(results));
      if (results.some(hasProblem)) process.exitCode = 1;
    });
}

/** A path that leads nowhere is a slip of the caller, told before any work is done. */
function requireFile(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  throw new SpinemedError({
    code: 'no-such-file',
    mender: 'user',
    message: 'there is no such file',
    place: file,
    hint: 'Give files, not folders: ./spinemed extract books/*.pdf --out extracted',
  });
}

/** Else every page would be refused by itself, after it waited for a connection. */
async function requireOnsite(paddlex: string, onsite: readonly string[]): Promise<void> {
  const { leadsOnsite, onsiteAddresses } = await import('../../models/index.ts');
  if (await leadsOnsite(new URL(paddlex), onsiteAddresses(onsite))) return;
  throw new SpinemedError({
    code: 'paddlex-not-onsite',
    mender: 'user',
    message: 'the layout server is outside the house, and scans may be patients’',
    place: paddlex,
    hint: 'Name a server on this machine, or its address under egress.onsite in spinemed.yaml.',
  });
}

function hasProblem({ status, rejects }: ExtractedFile): boolean {
  return status === 'rejected' || rejects.length > 0;
}

function describe({
  file,
  folder,
  status,
  counts,
  figures,
  rejects,
  error,
}: ExtractedFile): string {
  if (error) return `${file}: rejected, ${error.message}`;
  const pages = counts?.pagesIn ? `${counts.pagesOut} of ${counts.pagesIn} pages, ` : '';
  const left = rejects.length > 0 ? `, ${rejects.length} rejected` : '';
  const kept = status === 'kept' ? ' (was there already)' : '';
  return `${file}: ${pages}${figures} figures${left}, in ${folder}${kept}`;
}

function totalsOf(results: readonly ExtractedFile[]) {
  const sum = (count: (result: ExtractedFile) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  return {
    in: results.length,
    out: sum(({ status }) => (status === 'rejected' ? 0 : 1)),
    rejected: sum(({ status }) => (status === 'rejected' ? 1 : 0)),
    pagesIn: sum(({ counts }) => counts?.pagesIn ?? 0),
    pagesOut: sum(({ counts }) => counts?.pagesOut ?? 0),
    pagesRejected: sum(({ counts }) => counts?.pagesRejected ?? 0),
    figures: sum(({ figures }) => figures),
  };
}

function summary(results: readonly ExtractedFile[]): string {
  const totals = totalsOf(results);
  return `${totals.in} files = ${totals.out} extracted + ${totals.rejected} rejected; ${totals.pagesIn} pages = ${totals.pagesOut} out + ${totals.pagesRejected} rejected; ${totals.figures} figures`;
}
