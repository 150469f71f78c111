import { classifyLine, type Token } from './tokenise.ts';

/** The lines of a table's cell, which HTML breaks part. */
export function readCellLines(cell: string): Token[] {
  return cell
    .replace(/<li(?:\s[^<>]{0,300})?>/gi, '<br>- ')
    .split(/<(?:br|\/?(?:p|ul|ol|li|div))(?:\s[^<>]{0,300}|\s*\/)?>/i)
    .map(classifyLine)
    .filter(token => token.kind !== 'blank');
}
