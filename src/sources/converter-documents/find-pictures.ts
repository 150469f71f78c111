export type NamedPicture = { src: string; line: number };

/** The pictures that a Markdown text names: `![](…)`, `![][id]` and `<img src>`, with their
 *  lines, outside of code. Every pattern is bounded, so that a text of brackets costs no more
 *  than another. */
export function findPictures(markdown: string): NamedPicture[] {
  const lines = markdown.split('\n');
  const found: NamedPicture[] = [];
  const targets = new Map<string, string>();
  const uses: Array<{ id: string; line: number }> = [];
  let fence: string | undefined;
  lines.forEach((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark) {
      if (!fence) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
      return;
    }
    if (fence) return;
    const number = index + 1;
    const definition = /^ {0,3}\[([^\]\n]{1,200})\]:\s*(?:<([^>\n]*)>|(\S+))/.exec(line);
    if (definition) targets.set(fold(definition[1]!), (definition[2] ?? definition[3])!);
    if (!line.includes('![') && !/<img/i.test(line)) return;
    for (const src of inlinePictures(line)) found.push({ src, line: number });
    for (const match of line.matchAll(/!\[([^[\]\n]{0,500})\](?:\[([^[\]\n]{0,200})\])?(?!\()/g))
      uses.push({ id: fold(match[2] || match[1]!), line: number });
  });
  for (const { id, line } of uses) {
    const src = targets.get(id);
    if (src !== undefined) found.push({ src, line });
  }
  return found.filter(({ src }) => src !== '').sort((a, b) => a.line - b.line);
}

function inlinePictures(line: string): string[] {
  const images: Array<readonly [at: number, src: string]> = [];
  const opening = /!\[(?:[^[\]\n]|\[[^[\]\n]{0,200}\]){0,2000}\]\(\s{0,20}/g;
  for (let match = opening.exec(line); match; match = opening.exec(line)) {
    const target = targetAt(line, opening.lastIndex);
    images.push([match.index, target.src]);
    // What belongs to one picture is not looked through for another.
    opening.lastIndex += target.length;
  }
  const tags = [
    ...line.matchAll(
      /<img\b[^<>]{0,4000}?\bsrc\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/gi,
    ),
  ].map(match => [match.index, decodeEntities((match[1] ?? match[2] ?? match[3])!)] as const);
  return [...images, ...tags].sort((a, b) => a[0] - b[0]).map(([, src]) => src.trim());
}

const longestTarget = 2048;

/** The target that begins there: up to the bracket that closes it, without its title. A name may
 *  hold spaces, and brackets in pairs. */
function targetAt(line: string, start: number): { src: string; length: number } {
  const data = /data:[^\s)>]*/iy;
  data.lastIndex = start;
  const held = data.exec(line)?.[0];
  if (held) return { src: held, length: held.length };
  const rest = line.slice(start, start + longestTarget);
  const text = closed(rest);
  const bare = /^<([^<>]*)>/.exec(text)?.[1] ?? text.replace(/\s+(?:"[^"]*"|'[^']*')\s*$/, '');
  return { src: bare, length: text.length };
}

/** Up to the bracket that closes the picture. */
function closed(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && depth-- === 0) return text.slice(0, at);
  }
  return text;
}

function decodeEntities(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

function fold(id: string): string {
  return id.trim().replace(/\s+/g, ' ').toLowerCase();
}
