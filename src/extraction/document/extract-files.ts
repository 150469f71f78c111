import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../config/index.ts';
import { documentSchema, type SpineDocument } from '../../contracts/document/index.ts';
import { describeError, nameOf, SpinemedError } from '../../errors/index.ts';
import { type ExtractOptions, extractFile } from './extract-file.ts';
import { extractionVersion } from './extraction-version.ts';
import { hashFile } from './hash-file.ts';
import type { KnownFile } from './known-file.ts';
import { nameFolders } from './name-folders.ts';

export type ExtractedFile = {
  file: string;
  folder: string | null;
  /** `kept`: it was there already, from the same file by the same software. */
  status: 'extracted' | 'kept' | 'rejected';
  counts: SpineDocument['counts'] | null;
  figures: number;
  rejects: SpineDocument['rejects'];
  error: { code: string; message: string } | null;
};

/** One file after the other; what is wrong with one stops no other. A folder appears whole or not
 *  at all, and one that is whole already is left as it is. */
export async function* extractFiles(
  files: readonly string[],
  out: string,
  options: ExtractOptions,
): AsyncGenerator<ExtractedFile> {
  try {
    makeFolder(path.resolve(out), 0o755);
  } catch (cause) {
    throw userError('out-unusable', `the folder cannot be made: ${nameOf(cause)}`, out);
  }
  if (!(await stat(out)).isDirectory()) {
    throw userError('out-unusable', 'a folder is wanted and this is none', out);
  }
  const folders = nameFolders(files);
  for (const [at, file] of files.entries()) {
    const name = folders[at]!;
    try {
      const known = await know(file);
      const folder = path.join(out, name);
      const before = await readWhole(folder);
      const isSame =
        before?.source.sha256 === known.sha256 && before.software.extraction === extractionVersion;
      const document = isSame ? before : await extractAside(known, folder, options);
      yield describe(file, name, isSame ? 'kept' : 'extracted', document);
    } catch (error) {
      yield rejected(file, error);
    }
  }
}

async function know(file: string): Promise<KnownFile> {
  try {
    const { size } = await stat(file);
    return { path: file, name: path.basename(file), sha256: await hashFile(file), bytes: size };
  } catch (cause) {
    throw userError('file-unreadable', `the file cannot be read: ${nameOf(cause)}`, file);
  }
}

function userError(code: string, message: string, place: string, hint?: string): SpinemedError {
  return new SpinemedError({ code, mender: 'user', message, place, hint });
}

/** A folder of that name that we did not write is somebody's. */
async function refuseTaken(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length === 0 || names.includes('document.json')) return;
  const hint = 'Choose another --out, or move it away.';
  throw userError('folder-taken', 'the folder holds something else', folder, hint);
}

async function readWhole(folder: string): Promise<SpineDocument | undefined> {
  try {
    const text = await readFile(path.join(folder, 'document.json'), 'utf8');
    return documentSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function extractAside(
  file: KnownFile,
  folder: string,
  options: ExtractOptions,
): Promise<SpineDocument> {
  await refuseTaken(folder);
  const aside = await mkdtemp(path.join(path.dirname(folder), '.extract-'));
  try {
    const document = await extractFile(file, aside, options);
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
    return document;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function describe(
  file: string,
  folder: string,
  status: 'extracted' | 'kept',
  { counts, figures, rejects }: SpineDocument,
): ExtractedFile {
  return { file, folder, status, counts, figures: figures.length, rejects, error: null };
}

function rejected(file: string, error: unknown): ExtractedFile {
  if (!(error instanceof SpinemedError) || error.mender === 'us') throw error;
  const problem = { code: error.code, message: describeError(error) };
  return {
    ...{ file, folder: null, status: 'rejected', counts: null, figures: 0, rejects: [] },
    error: problem,
  };
}
