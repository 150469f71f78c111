import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';

/** A volume to slice: one file, or the files of a folder. */
export type SliceCase = {
  /** Names its folder of slices; empty for a single one, whose slices lie in the folder itself. */
  name: string;
  source: string;
  files: string[];
  /** Labels of what is seen in another picture, and no picture of a patient. */
  isMask: boolean;
};

const volumeName = /\.(nii|nii\.gz|mha|mhd|hdr)$/i;
/** As the phantom names them; a name alone is not enough, there must be a list of labels too. */
const maskName = /-mask\.(nii|nii\.gz|mha|mhd)$/i;
/** What stands beside pictures and is none; whatever else is looked at by its bytes. */
const otherName =
  /(^\.|^DICOMDIR$|^Thumbs\.db$|\.(json|jsonl|csv|tsv|txt|md|xlsx?|docx?|pdf|ya?ml|xml|html?|raw|zraw|img|img\.gz|png|jpe?g|gz|zip|log)$)/i;

/**
 * What there is to slice at a place. A file is a case, and so are the pictures that lie in a
 * folder itself. Else it is a folder of cases: each NIfTI or MetaImage in it, however deep, and
 * each folder in it, with all the DICOM files that it holds.
 */
export async function findCases(place: string): Promise<SliceCase[]> {
  const found = await stat(place).catch(() => undefined);
  if (!found) throw nothingThere(place);
  if (found.isFile()) return [{ name: '', source: place, files: [place], isMask: false }];
  const { volumes, others, withMasks } = await listFiles(place);
  const cases: SliceCase[] = [];
  for (const [top, files] of Map.groupBy(others, file => topFolder(place, file)))
    cases.push({ name: top, source: path.join(place, top), files, isMask: false });
  // Pictures in the folder itself, and nothing else: the folder is the case.
  if (volumes.length === 0 && cases.length === 1 && cases[0]!.name === '') return cases;
  const folders = cases.map(one => ({ ...one, name: one.name || 'files' }));
  const named = [...folders, ...nameVolumes(place, volumes, { folders, withMasks })];
  if (named.length === 0) throw nothingThere(place);
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Without the ending, unless that is all that tells two cases apart. */
function nameVolumes(
  place: string,
  volumes: readonly string[],
  { folders, withMasks }: { folders: readonly SliceCase[]; withMasks: ReadonlySet<string> },
): SliceCase[] {
  const shortOf = (file: string) => path.relative(place, file).replace(volumeName, '');
  const counts = new Map(folders.map(({ name }) => [name, 1]));
  for (const file of volumes) counts.set(shortOf(file), (counts.get(shortOf(file)) ?? 0) + 1);
  return volumes.map(file => ({
    name: counts.get(shortOf(file)) === 1 ? shortOf(file) : path.relative(place, file),
    source: file,
    files: [file],
    isMask: withMasks.has(path.dirname(file)) && maskName.test(file),
  }));
}

function topFolder(place: string, file: string): string {
  const parts = path.relative(place, file).split(path.sep);
  return parts.length > 1 ? parts[0]! : '';
}

type Listed = {
  volumes: string[];
  others: string[];
  /** Folders that say what the labels of their masks mean. */
  withMasks: Set<string>;
};

async function listFiles(folder: string): Promise<Listed> {
  const volumes: string[] = [];
  const others: string[] = [];
  const withMasks = new Set<string>();
  // Links are not followed: they may lead in a circle, or out of what was given.
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    if (entry.name === 'mask-labels.json') withMasks.add(entry.parentPath);
    if (volumeName.test(entry.name)) volumes.push(file);
    else if (!otherName.test(entry.name)) others.push(file);
  }
  return { volumes: volumes.sort(), others: others.sort(), withMasks };
}

function nothingThere(place: string): SpinemedError {
  return new SpinemedError({
    code: 'no-volume',
    mender: 'user',
    message: 'there is no volume to slice',
    place,
    hint: 'Give a DICOM series folder, a NIfTI or MetaImage file, or a folder of cases.',
  });
}
