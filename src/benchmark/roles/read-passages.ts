/** A part of a chapter that says something by itself, and the line that it begins in. */
export type ChapterPassage = { readonly line: number; readonly text: string };

/**
 * The paragraphs of a chapter in Markdown, each under its heading; of a table each row with the
 * names of its columns. Pictures are left out: their captions say in words what they show.
 */
export function readPassages(markdown: string): ChapterPassage[] {
  const passages: ChapterPassage[] = [];
  let heading = '';
  let columns: string[] = [];
  let [begin, lines]: [number, string[]] = [0, []];
  const close = () => {
    if (lines.length > 0) passages.push({ line: begin, text: under(lines.join(' ')) });
    lines = [];
  };
  const under = (text: string) => (heading === '' ? text : `${heading}: ${text}`);

  for (const [at, raw] of markdown.split(/\r?\n/).entries()) {
    const line = raw.trim();
    const isRow = line.startsWith('|');
    if (line === '' || isRow || /^(?:#|!\[|[-*] |\d+\. )/.test(line)) close();
    if (!isRow) columns = [];
    if (line === '' || line.startsWith('![') || /^\|[\s|:-]+\|$/.test(line)) continue;
    if (isRow) {
      const cells = line.slice(1, -1).split('|');
      if (columns.length === 0) columns = cells;
      else passages.push({ line: at + 1, text: under(joinRow(columns, cells)) });
    } else if (line.startsWith('#')) {
      heading = line.replace(/^#+\s*(?:[\d.]+|[（(]?[一二三四五六七八九十]+[)）、])?\s*/, '');
    } else {
      if (lines.length === 0) begin = at + 1;
      lines.push(plain(line));
    }
  }
  close();
  return passages;
}

function joinRow(columns: readonly string[], cells: readonly string[]): string {
  return cells.map((cell, at) => `${columns[at]?.trim() ?? ''}: ${cell.trim()}`).join('; ');
}

function plain(line: string): string {
  return line.replace(/^(?:[-*]|\d+\.) /, '').replaceAll('**', '');
}
