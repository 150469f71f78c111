import path from 'node:path';
import { nameCases } from '../cases/name-cases.ts';
import { originOf } from './origin-of.ts';
import { walk } from './walk.ts';

/** What stands for a clinical file or folder wherever names show, for they are patients'. The
 *  ending stays where it is one of those that say what a text is. */
export function nameClinical(workspaceFolder: string) {
  let names: ReturnType<typeof nameCases> | undefined;
  const tag = (place: string) => {
    names ??= nameCases(workspaceFolder);
    return names.place(originOf(place, workspaceFolder));
  };
  return {
    file(place: string): string {
      const [ending = ''] = /\.(md|markdown|mdx|csv|tsv|jsonl?|ndjson|te?xt)$/i.exec(place) ?? [];
      return `clinical-${tag(place)}${ending.toLowerCase()}`;
    },
    folder: (place: string) => `folder-${tag(place)}`,
  };
}

/** The file or folder that a tag stands for, for whoever has to mend it and has the key. */
export async function findClinical(
  root: string,
  workspaceFolder: string,
  tag: string,
): Promise<string | undefined> {
  const wanted = /[0-9a-f]{16}/.exec(tag)?.[0];
  const names = nameCases(workspaceFolder);
  const known = new Set<string>();
  for await (const { place } of walk(root)) {
    // A source.yaml may stand in a folder above the one that was collected.
    for (let at = place; !known.has(at); at = path.dirname(at)) {
      known.add(at);
      if (names.place(originOf(at, workspaceFolder)) === wanted) return at;
    }
  }
  return undefined;
}
