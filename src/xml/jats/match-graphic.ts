/** Pictures in the order in which they are preferred. */
const endings = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp', 'gif', 'bmp', ''];

/** The names among those of files that a graphic's href means, best first and of the best kind
 *  only: archives add an ending, change the case, or put files into folders. More than one means
 *  that it cannot be told. */
export function graphicMatcher(names: readonly string[]): (href: string) => string[] {
  const byStem = new Map<string, string[]>();
  for (const name of names) {
    const { stem, ending } = splitName(name);
    if (!endings.includes(ending)) continue;
    const held = byStem.get(stem);
    if (held) held.push(name);
    else byStem.set(stem, [name]);
  }
  return href => {
    const wanted = splitName(decodeName(href));
    const whole = wanted.ending === '' ? [] : (byStem.get(wanted.stem) ?? []);
    // What looks like an ending may be part of the name: `10.1002-fig.2` means `….2.jpg`.
    const named = whole.length > 0 ? whole : (byStem.get(lastPart(decodeName(href))) ?? []);
    const exact = named.filter(name => splitName(name).ending === wanted.ending);
    if (wanted.ending !== '' && exact.length > 0) return exact;
    for (const ending of endings) {
      const found = named.filter(name => splitName(name).ending === ending);
      if (found.length > 0) return found;
    }
    return [];
  };
}

function splitName(name: string): { stem: string; ending: string } {
  const last = lastPart(name);
  const ending = /\.([a-z][a-z0-9]{1,4})$/.exec(last)?.[1];
  return ending ? { stem: last.slice(0, -ending.length - 1), ending } : { stem: last, ending: '' };
}

function lastPart(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').trim().toLowerCase();
}

function decodeName(href: string): string {
  try {
    return decodeURIComponent(href.replace(/[?#].*$/, ''));
  } catch {
    return href;
  }
}
