import { decodeEntities } from './decode-entities.ts';
import { readDestination } from './read-destination.ts';
import { readImageTag } from './read-image-tag.ts';
import { stripMarkup } from './strip-markup.ts';

export type FoundPicture = { start: number; end: number; src: string; alt: string; title: string };

/** Where a reference's name leads; names are folded by `referenceName`. */
export type References = ReadonlyMap<string, string>;

export function referenceName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The pictures between two places of the text, in order, in one pass: brackets are kept on a stack,
 *  so a million of them that never close cost no more than any other million characters. */
export function findPictures(
  text: string,
  start: number,
  end: number,
  references: References,
): FoundPicture[] {
  const found: FoundPicture[] = [];
  const signs = /[[\]\\`<]/g;
  const open: Array<{ at: number; isPicture: boolean }> = [];
  const code = codeSpans(text, start, end);
  signs.lastIndex = start;
  for (let match = signs.exec(text); match && match.index < end; match = signs.exec(text)) {
    const at = match.index;
    switch (match[0]) {
      case '\\':
        signs.lastIndex = at + 2;
        break;
      case '`':
        signs.lastIndex = code(at);
        break;
      case '[':
        open.push({ at, isPicture: at > start && text[at - 1] === '!' });
        break;
      case '<': {
        const tag = readImageTag(text, at, end);
        if (!tag) break;
        found.push({ start: at, ...tag });
        signs.lastIndex = tag.end;
        break;
      }
      default: {
        const opened = open.pop();
        if (!opened?.isPicture) break;
        const picture = readPicture(text, opened.at, at, end, references);
        if (!picture) break;
        // A picture within another's description is no picture of its own.
        while (found.length > 0 && found.at(-1)!.start > picture.start) found.pop();
        found.push(picture);
        signs.lastIndex = picture.end;
      }
    }
  }
  return found;
}

function readPicture(
  text: string,
  open: number,
  close: number,
  end: number,
  references: References,
): FoundPicture | null {
  const start = open - 1;
  const written = text.slice(open + 1, close);
  const describe = () => stripMarkup(written).replace(/\s+/g, ' ').trim();
  if (text[close + 1] === '(') {
    const destination = readDestination(text, close + 1, end);
    if (destination) {
      const { src, title } = destination;
      return { start, end: destination.end, src, alt: describe(), title };
    }
  }
  if (references.size === 0) return null;
  let to = close + 1;
  let name = written;
  if (text[to] === '[') {
    const nameEnd = text.indexOf(']', to);
    if (nameEnd >= 0 && nameEnd < end && nameEnd - to < 1000) {
      if (nameEnd > to + 1) name = text.slice(to + 1, nameEnd);
      to = nameEnd + 1;
    }
  }
  if (name.length > 1000) return null;
  const src = references.get(referenceName(name));
  if (src === undefined) return null;
  return { start, end: to, src: decodeEntities(src), alt: describe(), title: '' };
}

/** For a run of backticks: where the code that it opens ends, or the run where nothing closes it. */
function codeSpans(text: string, start: number, end: number): (at: number) => number {
  let runsOf: Map<number, number[]> | null = null;
  return at => {
    runsOf ??= tickRuns(text, start, end);
    let length = 0;
    while (text[at + length] === '`') length++;
    const runs = runsOf.get(length) ?? [];
    let next = runs.pop();
    while (next !== undefined && next <= at) next = runs.pop();
    if (next === undefined) return at + length;
    return next + length;
  };
}

/** Where runs of each length begin, the last one first. */
function tickRuns(text: string, start: number, end: number): Map<number, number[]> {
  const runsOf = new Map<number, number[]>();
  for (let at = text.indexOf('`', start); at >= 0 && at < end; ) {
    let to = at;
    while (text[to] === '`') to++;
    const runs = runsOf.get(to - at);
    if (runs) runs.push(at);
    else runsOf.set(to - at, [at]);
    at = text.indexOf('`', to);
  }
  for (const runs of runsOf.values()) runs.reverse();
  return runsOf;
}
