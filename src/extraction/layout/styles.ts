/** Signs that no text has, for where a style begins and ends in a line: Markdown's own would stand
 *  in the way of whoever joins lines. */
const marks = { bold: ['\uFDD0', '\uFDD1'], italic: ['\uFDD2', '\uFDD3'] } as const;
const anyMark = /[\uFDD0-\uFDD3]/g;
const stops = String.raw`[.,:;!?)\]。，：；！？、）】”’]`;

export type Style = { bold: boolean; italic: boolean };
export const plain: Style = { bold: false, italic: false };

export function markStyle(text: string, { bold, italic }: Style): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return text;
  const slanted = italic ? marks.italic.join(text) : text;
  return bold ? marks.bold.join(slanted) : slanted;
}

export function withoutMarks(text: string): string {
  return text.replace(anyMark, '');
}

/** Without as many of the letters that begin it. */
export function cutStart(marked: string, count: number): string {
  let kept = '';
  let at = 0;
  for (let left = count; left > 0 && at < marked.length; at++) {
    if (/[\uFDD0-\uFDD3]/.test(marked[at]!)) kept += marked[at]!;
    else left--;
  }
  const rest = kept + marked.slice(at);
  return rest.replace(/\uFDD0\uFDD1|\uFDD2\uFDD3/g, '').replace(/^([\uFDD0-\uFDD3]*)\s+/, '$1');
}

/** As Markdown: a style that goes on over a seam is one, and spaces and stops stand outside where
 *  readers of Markdown would not see the end of it. */
export function writeStyles(marked: string): string {
  if (marked.search(anyMark) < 0) return marked;
  let text = marked
    .replace(/\uFDD1(\s?)\uFDD0/g, '$1')
    .replace(/\uFDD3(\s?)\uFDD2/g, '$1')
    .replace(/([\uFDD0\uFDD2]+)(\s+)/g, '$2$1')
    .replace(/(\s+)([\uFDD1\uFDD3]+)/g, '$2$1');
  const trailing = new RegExp(String.raw`(${stops}+)([\uFDD1\uFDD3]+)(?=[\p{L}\p{N}])`, 'gu');
  text = text
    .replace(trailing, '$2$1')
    .replace(/(?<=[\p{L}\p{N}])([\uFDD0\uFDD2]+)([([（【“‘]+)/gu, '$2$1');
  return text.replace(/[\uFDD0\uFDD1]/g, '**').replace(/[\uFDD2\uFDD3]/g, '*');
}
