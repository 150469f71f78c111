import type { Command } from 'commander';
import { describeError, exitCodes, SpinemedError } from '../../errors/index.ts';
import type { Inspected, PictureDescription } from '../../imaging/inspect/index.ts';
import { countProgress } from '../count-progress.ts';
import { note, print } from '../print.ts';
import { table, withoutControls } from '../table.ts';
import { toStandardOutput } from '../write-to.ts';

export function inspect(program: Command): void {
  program
    .command('inspect')
    .argument('<file...>', 'DICOM, NIfTI, MetaImage, PNG or JPEG files, and folders of them')
    .option('--json', 'as JSON, an object a line and file', false)
    .description('What picture files hold: format, geometry, and their values as they are stored.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed inspect lumbar.nii.gz series/ --json\n\nExit code 1: a file could not be read, or is not there; the others were.',
    )
    .action(async (paths: string[], { json }: { json: boolean }) => {
      const { inspectFiles } = await import('../../imaging/inspect/index.ts');
      await requireAny(paths);
      const write = toStandardOutput();
      const progress = countProgress('files');
      const rows: Row[] = [];
      let [read, failed] = [0, 0];
      for await (const inspected of inspectFiles(paths)) {
        if ('error' in inspected) failed++;
        else read++;
        progress.update(read + failed);
        if (json) {
          progress.clear();
          if (!(await write(`${toJson(inspected)}\n`))) return;
        } else if ('error' in inspected) {
          progress.clear();
          note(`${withoutControls(inspected.file)}: ${describeError(inspected.error)}`);
        } else rows.push(toRow(inspected.file, inspected.description));
      }
      progress.clear();
      if (rows.length > 0) print(table([...columns], rows));
      if (!json) note(`${read + failed} files = ${read} read + ${failed} that could not be read`);
      if (failed > 0) process.exitCode = exitCodes.problemFound;
    });
}

/** Where not one path leads to anything, that is a slip of the caller. */
async function requireAny(paths: readonly string[]): Promise<void> {
  const { faultOfPath } = await import('../../imaging/inspect/index.ts');
  const faults = await Promise.all(paths.map(faultOfPath));
  if (!faults.every(fault => fault !== undefined)) return;
  const { code, mender, message, hint } = faults[0]!;
  throw new SpinemedError({ code, mender, message, hint, place: paths[0] });
}

function toJson(inspected: Inspected): string {
  if ('error' in inspected) {
    const { file, error } = inspected;
    return JSON.stringify({ file, error: { code: error.code, message: error.message } });
  }
  const { file, description } = inspected;
  const {
    format,
    modality,
    size,
    spacingMm,
    orientation,
    frames,
    transferSyntax,
    values,
    ...more
  } = description;
  return JSON.stringify(
    {
      ...{ file, format, modality, size, spacingMm, orientation, frames, transferSyntax, values },
      ...more,
    },
    // Past 2^53 a number of JSON still has all its digits.
    (_, value) => (typeof value === 'bigint' ? rawJson(String(value)) : value),
  );
}

/** Node has it; TypeScript's own declarations do not yet. */
const { rawJSON: rawJson } = JSON as unknown as { rawJSON(digits: string): unknown };

const columns = ['file', 'format', 'modality', 'size', 'mm', 'lies', 'frames', 'values', 'noted'];
type Row = string[];

function toRow(file: string, picture: PictureDescription): Row {
  const { size, spacingMm, values, channels, notes } = picture;
  const colour = channels > 1 ? ` × ${channels}` : '';
  return [
    ...[file, picture.format, picture.modality ?? '', size.join(' × ')],
    spacingMm?.map(mm => (mm === null ? '?' : Number(mm.toPrecision(4)))).join(' × ') ?? '',
    ...[picture.orientation ?? '', String(picture.frames)],
    `${values.type}${colour}, ${values.min} to ${values.max}`,
    notes.join(', '),
  ];
}
