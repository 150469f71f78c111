import { type Command, InvalidArgumentError, Option } from 'commander';
import { describeError, exitCodes, SpinemedError } from '../../errors/index.ts';
import type { SlicedCase } from '../../imaging/slices/index.ts';
import { note, printJson } from '../print.ts';

type Options = {
  count: number;
  out: string;
  plane: 'stored' | 'sagittal' | 'axial' | 'coronal';
  window?: 'bone' | 'soft' | 'mr' | 'file';
  series?: string;
  json: boolean;
};

export function slices(program: Command): void {
  program
    .command('slices')
    .argument('<volume>', 'a DICOM series folder or file, NIfTI or MetaImage; or a folder of cases')
    .option('--count <n>', 'how many slices a case', parseCount, 25)
    .requiredOption('--out <dir>', 'where slice-001.png … and slices.json go; a folder a case')
    .addOption(
      new Option('--plane <plane>', 'stored: as it was acquired')
        .choices(['stored', 'sagittal', 'axial', 'coronal'])
        .default('stored'),
    )
    .addOption(
      new Option(
        '--window <window>',
        'bone (CT unless given), soft, mr (percentiles), or the file’s own',
      )
        .choices(['bone', 'soft', 'mr', 'file'])
        .argParser(parseWindow),
    )
    .option('--series <uid>', 'which DICOM series (the largest volume unless given)')
    .option('--json', 'as JSON', false)
    .description(
      'Slices spread over the spine of a volume, as 8-bit PNG with where they come from.',
    )
    .addHelpText(
      'after',
      '\nExample:  ./spinemed slices scans/case-7.nii.gz --count 25 --out slices/case-7\n\nWhat is there already of the same files is left alone. Exit code 1: a case of a folder was rejected, or files of a series are damaged and were left out.',
    )
    .action(run);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 1000) return count;
  throw new InvalidArgumentError('It is a whole number from 1 to 1000.');
}

function parseWindow(text: string): string {
  const window = text.toLowerCase();
  if (['bone', 'soft', 'mr', 'file'].includes(window)) return window;
  throw new InvalidArgumentError('Allowed choices are bone, soft, mr, file.');
}

async function run(volume: string, options: Options): Promise<void> {
  const { sliceCases } = await import('../../imaging/slices/index.ts');
  const { count, plane, window = null, series: seriesUid = null, out } = options;
  const cases: SlicedCase[] = [];
  const asked = { count, plane, window, seriesUid };
  for await (const one of sliceCases(volume, out, asked, new AbortController().signal)) {
    // Of a single volume the failure is the command's.
    if (one.status === 'rejected' && one.folder === out) throw placed(one);
    cases.push(one);
    note(describe(one));
  }
  const totals = totalsOf(cases);
  if (options.json) printJson({ cases: cases.map(summarise), totals });
  else if (cases.length > 1) note(describeTotals(totals));
  if (totals.rejected > 0 || totals.withDamage > 0) process.exitCode = exitCodes.problemFound;
}

function placed({ source, error }: SlicedCase & { status: 'rejected' }): SpinemedError {
  const { code, mender, message, hint, place = source, cause } = error;
  return new SpinemedError({ code, mender, message, hint, place, cause });
}

function describe(one: SlicedCase): string {
  if (one.status === 'rejected') return `${one.source}: rejected, ${describeError(one.error)}`;
  if (one.status === 'mask') return `${one.source}: left out, it is a mask`;
  const { rule, slices: taken, plane, notes, source } = one.record;
  const damaged = source.damaged.map(
    ({ path, code }) => `damaged file left out: ${path} (${code})`,
  );
  const spine = rule.spine.found ? `spine by ${rule.spine.evidence}` : 'whole range';
  const kept = one.status === 'kept' ? ' (was there already)' : '';
  const line = `${one.source}: ${taken.length} of ${rule.available} slices, ${plane}, ${spine}, in ${one.folder}${kept}`;
  return [line, ...[...notes, ...damaged].map(text => `  ${text}`)].join('\n');
}

function summarise(one: SlicedCase) {
  const { source, folder, status } = one;
  if (one.status === 'rejected') {
    const { code, message } = one.error;
    return { source, folder, status, error: { code, message } };
  }
  if (one.status === 'mask') return { source, status };
  const { rule, plane, slices: taken, notes } = one.record;
  const { damaged } = one.record.source;
  return { source, folder, status, slices: taken.length, plane, spine: rule.spine, notes, damaged };
}

function totalsOf(cases: readonly SlicedCase[]) {
  const count = (status: SlicedCase['status']) => cases.filter(one => one.status === status).length;
  return {
    in: cases.length,
    sliced: count('sliced'),
    kept: count('kept'),
    rejected: count('rejected'),
    masks: count('mask'),
    /** Among the sliced and kept: without the damaged files of theirs. */
    withDamage: cases.filter(one => 'record' in one && one.record.source.damaged.length > 0).length,
  };
}

function describeTotals({ in: all, sliced, kept, rejected, masks }: ReturnType<typeof totalsOf>) {
  const left = masks > 0 ? ` + ${masks} masks left out` : '';
  return `${all} cases = ${sliced + kept} sliced + ${rejected} rejected${left}`;
}
