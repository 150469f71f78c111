import path from 'node:path';
import type { SourceFile } from '../../contracts/source/index.ts';
import { type Offer, reject, type Source } from '../../store/index.ts';
import { checkRoot } from './check-root.ts';
import { nameClinical } from './name-clinical.ts';
import { originOf } from './origin-of.ts';
import { leaveOwnFolders } from './own-folders.ts';
import { type Governing, sourceFileName, sourceFileReader } from './read-source-file.ts';
import { sourceOfFolder } from './source-of-folder.ts';
import { type Found, walk } from './walk.ts';

/** A file of a folder, with what its `source.yaml` says of it. `name` is the same whichever folder
 *  around it was asked for, and may be shown. */
export type FoundFile = Found & {
  name: string;
  /** What stands for the name where the file turns out to be a patient's. */
  tag: () => string;
  source: Source;
  /** Where the `source.yaml` is that cannot be taken at its word. */
  broken: string | undefined;
  stated: SourceFile | undefined;
};

type Context = { settings: { path: string }; workspaceFolder: string };

export async function* findFiles({
  settings,
  workspaceFolder,
}: Context): AsyncGenerator<FoundFile> {
  const root = path.resolve(workspaceFolder, settings.path);
  await checkRoot(root, workspaceFolder);
  const left = leaveOwnFolders(root, workspaceFolder);
  const governing = sourceFileReader(root);
  const clinical = nameClinical(workspaceFolder);
  for await (const found of walk(root, left)) {
    if (path.basename(found.place) === sourceFileName) continue;
    const governed = governing(path.dirname(found.place));
    const source = sourceFor(governed, workspaceFolder);
    const tag = () => clinical.file(found.place);
    const name = source.class === 'clinical' ? tag() : originOf(found.place, workspaceFolder);
    const isBroken = 'broken' in governed;
    yield {
      ...found,
      name,
      tag,
      source,
      broken: isBroken ? `source.yaml of ${source.origin}` : undefined,
      stated: isBroken ? undefined : governed.settings,
    };
  }
}

/** What a broken one is about is not known, so it is held for the strictest. */
function sourceFor(governed: Governing, workspaceFolder: string): Source {
  return 'broken' in governed
    ? sourceOfFolder(path.dirname(governed.broken), { class: 'clinical' }, workspaceFolder)
    : sourceOfFolder(governed.folder, governed.settings, workspaceFolder);
}

export function brokenOffer({ name, source, broken = '' }: FoundFile): Offer {
  return {
    key: `${name} without ${broken}`,
    source,
    collect: async () => reject('source-file-invalid', { place: broken }),
  };
}
