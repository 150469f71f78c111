import { type References, referenceName } from './find-pictures.ts';

const definition =
  /^[ \t>]{0,12}\[([^\][\n]{1,999})\]:[ \t]*(?:<([^<>\n]{1,4096})>|([^\s<>]{1,4096}))/gm;

/** Where each named reference leads; the first of a name counts, as in every Markdown reader. */
export function readReferences(text: string): References {
  const references = new Map<string, string>();
  if (!text.includes(']:')) return references;
  for (const [, name, bracketed, bare] of text.matchAll(definition)) {
    if (name!.startsWith('^')) continue;
    const key = referenceName(name!);
    if (!references.has(key)) references.set(key, bracketed ?? bare!);
  }
  return references;
}
