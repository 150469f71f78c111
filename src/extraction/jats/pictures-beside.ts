import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { graphicMatcher } from '../../xml/index.ts';
import type { Picture } from './index-figures.ts';

export type PicturesBeside = {
  pictureOf(href: string): Picture | undefined;
  /** What was asked for and found, to be copied to its place in the document's folder. */
  found: Map<string, { from: string; sha256: string }>;
};

const largestBytes = 200 * 1024 * 1024;

/** Pictures in the folder of an article, as archives unpack them: only what the article names,
 *  only files, never through a link. */
export function picturesBeside(folder: string): PicturesBeside {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => name)
    .sort();
  const match = graphicMatcher(names);
  const found: PicturesBeside['found'] = new Map();
  const known = new Map<string, Picture | undefined>();

  const take = (name: string): Picture | undefined => {
    const from = path.join(folder, name);
    const status = lstatSync(from, { throwIfNoEntry: false });
    if (!status?.isFile() || status.size > largestBytes) return undefined;
    const sha256 = hash('sha256', readFileSync(from));
    const file = freePlace(name, found);
    found.set(file, { from, sha256 });
    return { file, sha256 };
  };
  return {
    found,
    pictureOf(href) {
      const fitting = match(href);
      const name = fitting[0];
      if (fitting.length !== 1 || name === undefined) return undefined;
      if (!known.has(name)) known.set(name, take(name));
      return known.get(name);
    },
  };
}

/** A name that every disk takes. */
function freePlace(name: string, found: PicturesBeside['found']): string {
  const { name: stem, ext } = path.parse(name);
  const base =
    stem
      .replace(/[^\p{L}\p{N}._-]+/gu, '_')
      .replace(/^\.+/, '')
      .slice(0, 80) || 'picture';
  const ending = ext.toLowerCase();
  const held = new Set([...found.keys()].map(place => place.toLowerCase()));
  let place = `figures/${base}${ending}`;
  for (let again = 2; held.has(place.toLowerCase()); again++)
    place = `figures/${base}-${again}${ending}`;
  return place;
}
