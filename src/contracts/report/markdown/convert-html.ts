import { classifyLine, isRow } from './tokenise.ts';

/**
 * HTML to the Markdown it stands for: tables, headings, emphasis, and, outside tables, lists and
 * line breaks. Converters and models mix them in. What stands inside a line stays.
 */
export function convertHtml(text: string): string {
  if (!text.includes('<')) return text;
  return convertTables(text.replace(/<!--[^<>]{0,2000}-->/g, ''))
    .replace(/<h([1-6])(?:\s[^<>]{0,300})?>/gi, (_, depth) => `\n${'#'.repeat(Number(depth))} `)
    .replace(/<\/h[1-6]>/gi, '\n')
    .replace(/<\/?(?:b|strong)>/gi, '**')
    .replace(/<\/?(?:i|em)>/gi, '*')
    .split('\n')
    .map(line => (line.includes('<') ? breakLine(line) : line))
    .join('\n');
}

/** A row's or a list item's breaks are part of it; those of running text part its lines. */
function breakLine(line: string): string {
  if (isRow(line)) return line;
  const apart = line
    .replace(/<\/?(?:ul|ol)(?:\s[^<>]{0,300})?>/gi, '\n')
    .replace(/<li(?:\s[^<>]{0,300})?>/gi, '\n- ')
    .replace(/<\/li>/gi, '');
  if (apart !== line) return apart;
  return classifyLine(line).kind === 'text'
    ? line.replace(/<(?:br|\/?p|\/?div)(?:\s[^<>]{0,300}|\s*\/)?>/gi, '\n')
    : line;
}

function convertTables(text: string): string {
  const out: string[] = [];
  const closing = /<\/table>/gi;
  let at = 0;
  for (const start of text.matchAll(/<table(?:\s[^<>]{0,300})?>/gi)) {
    if (start.index < at) continue;
    closing.lastIndex = start.index;
    const end = closing.exec(text);
    if (end === null) break;
    out.push(text.slice(at, start.index), '\n');
    out.push(convertTable(text.slice(start.index, end.index)), '\n');
    at = closing.lastIndex;
  }
  out.push(text.slice(at));
  return out.join('');
}

function convertTable(html: string): string {
  const rows = html
    .split(/<tr(?:\s[^<>]{0,300})?>/i)
    .slice(1)
    .map(readRow)
    .filter(cells => cells.length > 0);
  const [first, ...rest] = rows.map(cells => `| ${cells.join(' | ')} |`);
  if (first === undefined) return '';
  return [first, `|${' --- |'.repeat(rows[0]!.length)}`, ...rest].join('\n');
}

function readRow(html: string): string[] {
  return html
    .split(/<t[dh](?:\s[^<>]{0,300})?>/i)
    .slice(1)
    .map(cell => cell.replace(/<\/(?:t[dhr]|thead|tbody|table)>[\s\S]*$/i, ''))
    .map(cell =>
      cell
        .trim()
        .replaceAll('|', '\\|')
        .replace(/\s*\n\s*/g, '<br>'),
    );
}
