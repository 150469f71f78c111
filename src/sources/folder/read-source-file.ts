import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type SourceFile, sourceFileSchema } from '../../contracts/source/index.ts';

export const sourceFileName = 'source.yaml';

/** The `source.yaml` that holds for a folder: its own, else the nearest above it up to the
 *  collected root. `broken` names one that cannot be read: no class may be assumed then. */
export type Governing = { settings: SourceFile; folder: string } | { broken: string };

export function sourceFileReader(root: string): (folder: string) => Governing {
  const known = new Map<string, Governing>();
  const read = (folder: string): Governing => {
    const found = known.get(folder) ?? load(folder);
    known.set(folder, found);
    return found;
  };
  const load = (folder: string): Governing => {
    const file = path.join(folder, sourceFileName);
    if (!existsSync(file)) {
      return folder === root
        ? { settings: sourceFileSchema.parse({}), folder }
        : read(path.dirname(folder));
    }
    try {
      const text = readFileSync(file, 'utf8');
      const settings = sourceFileSchema.safeParse(parse(text, { maxAliasCount: 20 }) ?? {});
      if (settings.success) return { settings: settings.data, folder };
    } catch {
      // Not YAML, or not readable: broken either way.
    }
    return { broken: path.relative(root, file) };
  };
  return read;
}
