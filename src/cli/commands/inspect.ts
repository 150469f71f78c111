import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { describeError, exitCodes, SpinemedError } from '../../errors/index.ts';
import type { Inspected, PictureDescription } from '../../imaging/inspect/index.ts';
import { countProgress } from '../count-progress.ts';
import { note, print } from '../print.ts';
import { table, withoutControls } from '../table.ts';

export function inspect(program: Command): void {
  program
    .command('inspect')
    .argument('<file...>', 'DICOM, NIfTI, MetaImage, PNG or JPEG files, and folders of them')
    .option('--json', 'as JSON, an object a line and file', false)
    .description('What picture files hold: format, geometry, and their values as they are stored.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed inspect lumbar.nii.gz series/ --json\n\nExit code 1: a file could not be read; the others were.',
    )
    .action(async (paths: string[], { json }: { json: boolean }) => {
      paths.forEach(requirePath);
      const { inspectFiles } = await import('../../imaging/inspect/index.ts');
      const progress = countProgress('files');
      const rows: Row[] = [];
      let [read, failed] = [0, 0];
      for await (const inspected of inspectFiles(paths)) {
        if ('error' in inspected) failed++;
        else read++;
        progress.update(read + failed);
        if (json) await printLine(toJson(inspected), progress.clear);
        else if ('error' in inspected) {
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

/** A path that leads nowhere is a slip of the caller, told before any work is done. */
function requirePath(place: string): void {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found?.isFile() || found?.isDirectory()) return;
  throw new SpinemedError({
    code: 'no-such-file',
    mender: 'user',
    message: 'there is no such file or folder',
    place,
    hint: 'Give picture files, or folders of them.',
  });
}

/** A slow reader behind a pipe decides the pace, not our memory. */
async function printLine(line: string, before: () => void): Promise<void> {
  before();
  if (!process.stdout.write(`${line}\n`))
    await new Promise(resolve => process.stdout.once('drain', resolve));
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
