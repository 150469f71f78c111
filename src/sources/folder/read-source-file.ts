import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type SourceFile, sourceFileSchema } from '../../contracts/source/index.ts';

export const sourceFileName = 'source.yaml';

/** The `source.yaml` that holds for a folder: its own, else the nearest above it; whether it
 *  states a class or leaves it to us. `broken` names one that cannot be taken at its word: no
 *  class may be assumed then. */
export type Governing =
  | { settings: SourceFile; folder: string; statesClass: boolean }
  | { broken: string };

export function sourceFileReader(root: string): (folder: string) => Governing {
  const known = new Map<string, Governing>();
  const governing = (folder: string): Governing => {
    const found = known.get(folder) ?? find(folder);
    known.set(folder, found);
    return found;
  };
  const find = (folder: string): Governing => {
    const file = path.join(folder, sourceFileName);
    if (isThere(file)) return read(file);
    const misnamed = isWithin(root, folder) ? misnamedIn(folder) : undefined;
    if (misnamed) return { broken: path.join(folder, misnamed) };
    const above = path.dirname(folder);
    if (above !== folder) return governing(above);
    return { settings: sourceFileSchema.parse({}), folder: root, statesClass: false };
  };
  return governing;
}

/** A dangling link is there, too: someone meant something by it. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

const largestBytes = 16 * 1024;

function read(file: string): Governing {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > largestBytes) return { broken: file };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = parse(text, { maxAliasCount: 0, logLevel: 'error' });
    const settings = sourceFileSchema.safeParse(value ?? {});
    if (settings.success) {
      const statesClass = Object.hasOwn(Object(value), 'class');
      return { settings: settings.data, folder: path.dirname(file), statesClass };
    }
  } catch {
    // Not text, not YAML, or not readable: broken either way.
  }
  return { broken: file };
}

/** `source.yml`, `Source.yaml`, `source.yaml.txt`: taken for nothing, such a slip of the pen
 *  would turn clinical files into licensed ones. */
function misnamedIn(folder: string): string | undefined {
  try {
    return readdirSync(folder).find(name => /^\.?sources?\.ya?ml(\.txt)?$/i.test(name));
  } catch {
    return undefined;
  }
}

export function isWithin(outer: string, inner: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}
