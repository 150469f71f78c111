import { hash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../../config/index.ts';
import { type Pointer, pointerTo } from '../../../contracts/imaging/index.ts';
import type { MmDataset, Shown } from '../labels/labelled-case.ts';
import type { MmCase } from '../mm-case.ts';
import type { Reject } from '../reject.ts';
import { sideBySide } from '../side-by-side.ts';
import { renderPicture, renderVersion } from './render-picture.ts';
import { openJournal, pictureName } from './rendered-journal.ts';

export type RenderedPicture = { sha256: string; pointer: Pointer };

export type Rendered = {
  /** Undefined where it could not be read. */
  find(one: MmCase, shown: Shown): RenderedPicture | undefined;
  /** Of every picture that was made or was there. */
  hashes: ReadonlySet<string>;
  in: number;
  out: number;
  rejects: Reject[];
};

type Options = {
  folder: string;
  longestPixels: number;
  /** Where each dataset lies. */
  rootOf(one: MmCase): string | null;
  onProgress(done: number, of: number): void;
  signal: AbortSignal;
};

/** As many as there are processes that decode, and one that waits for each. */
const atOnce = 4;

/** Every picture that something is asked about, as PNG named by its hash. */
export async function renderCases(cases: readonly MmCase[], options: Options): Promise<Rendered> {
  const { folder, signal, onProgress } = options;
  makeFolder(path.resolve(folder, 'pictures'), 0o755);
  const journal = await openJournal(folder);
  const wanted = cases.flatMap(one => shownOf(one).map(shown => ({ one, shown })));
  const rendered = new Map<string, RenderedPicture>();
  const rejects = new Map<string, Reject>();
  let done = 0;
  try {
    await sideBySide(wanted, atOnce, async ({ one, shown }) => {
      signal.throwIfAborted();
      const key = keyOf(one, shown);
      const made = await render(one, shown);
      if ('reason' in made) rejects.set(key, made);
      else rendered.set(key, made);
      onProgress(++done, wanted.length);
    });
  } finally {
    await journal.close();
  }
  return {
    find: (one, shown) => rendered.get(keyOf(one, shown)),
    hashes: new Set([...rendered.values()].map(({ sha256 }) => sha256)),
    in: wanted.length,
    out: rendered.size,
    // In the order of the cases, whichever was done first.
    rejects: wanted.flatMap(({ one, shown }) => rejects.get(keyOf(one, shown)) ?? []),
  };

  async function render(one: MmCase, shown: Shown): Promise<RenderedPicture | Reject> {
    const pointer = pointerTo({ ...one.record, ...emptyRecord }, shown.picture, shown.slice);
    const place = placeOf(one, shown);
    const root = options.rootOf(one);
    if (!pointer || root === null)
      return { stage: 'picture', place, reason: 'picture-missing', code: 'never-read' };
    const key = JSON.stringify([pointer, options.longestPixels, renderVersion]);
    const known = await journal.find(key);
    if (known) return { sha256: known, pointer };
    const isSlice = shown.slice !== null;
    const png = await renderPicture(
      {
        file: path.join(root, fileOf(one, shown)),
        sha256: isSlice ? null : pointer.sha256,
        longestPixels: options.longestPixels,
      },
      signal,
    );
    if ('reason' in png) return { stage: 'picture', place, ...png };
    const sha256 = hash('sha256', png, 'hex');
    await keep(path.join(folder, pictureName(sha256)), png, key);
    await journal.add({ key, sha256 });
    return { sha256, pointer };
  }
}

/** Two pictures of the same pixels may be written at the same time. */
async function keep(file: string, png: Buffer, key: string): Promise<void> {
  const part = `${file}.${hash('sha256', key, 'hex').slice(0, 16)}.part`;
  await writeFile(part, png);
  await rename(part, file);
}

/** A pointer needs nothing of these. */
const emptyRecord = {
  sex: null,
  ageYears: null,
  split: null,
  levels: [],
  landmarks: [],
  findings: [],
  problems: [],
};

/** Each once, whatever is asked about it. */
function shownOf({ labelled }: MmCase): Shown[] {
  const all = [...labelled.pictures, ...labelled.lesions.flatMap(({ shown }) => shown)];
  const each = new Map(
    all.map(({ picture, slice }) => [`${picture} ${slice}`, { picture, slice }]),
  );
  return [...each.values()].sort(
    (a, b) => a.picture - b.picture || (a.slice ?? 0) - (b.slice ?? 0),
  );
}

function keyOf({ dataset, record }: MmCase, { picture, slice }: Shown): string {
  return JSON.stringify([dataset satisfies MmDataset, record.case, picture, slice]);
}

/** Within the dataset; of a series the file of the slice. */
function fileOf({ record }: MmCase, { picture, slice }: Shown): string {
  const { path: place, files } = record.pictures[picture]!;
  const file = slice === null ? undefined : files?.[slice];
  return file === undefined ? place : place === '' ? file : `${place}/${file}`;
}

export function placeOf(one: MmCase, shown: Shown): string {
  return `${one.dataset}/${fileOf(one, shown)}`;
}
