import { classifyLine, type Token } from '../markdown/tokenise.ts';

/** The lines of a table's cell, which HTML breaks part. Several are a list without bullets. */
export function readCellLines(cell: string): Token[] {
  const tokens = cell
    .replace(/<li(?:\s[^<>]{0,300})?>/gi, '<br>- ')
    .split(/<(?:br|\/?(?:p|ul|ol|li|div))(?:\s[^<>]{0,300}|\s*\/)?>/i)
    .map(classifyLine)
    .filter(token => token.kind !== 'blank');
  return tokens.length === 1 ? tokens : tokens.map(toItem);
}

function toItem(token: Token): Token {
  if (token.kind !== 'text') return token;
  return {
    kind: 'item',
    raw: token.raw,
    content: token.raw,
    indent: token.indent,
    numbered: false,
  };
}
