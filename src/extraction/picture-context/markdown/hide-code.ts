/** A fence longer than this is taken for one of this length, so that fences of ever other lengths,
 *  none of them closed, cannot have the text searched once for each. */
const longestFence = 16;

type Opened = { char: '`' | '~'; length: number };

/** The text with fenced code and comments blanked out, every offset and line where it was. What is
 *  opened and never closed is text: a stray mark must not swallow the pictures behind it. */
export function hideCode(text: string): string {
  if (!/```|~~~|<!--/.test(text)) return text;
  const kept: string[] = [];
  let keptTo = 0;
  const hide = (from: number, to: number) => {
    kept.push(text.slice(keptTo, from), text.slice(from, to).replace(/[^\n]+/g, blankOut));
    keptTo = to;
  };
  const unclosed = { '`': longestFence + 1, '~': longestFence + 1 };
  let comment = nextComment(text, 0);
  for (let at = 0; at < text.length; ) {
    const lineEnd = endOfLine(text, at);
    const fence = readFence(text, at, lineEnd);
    if (fence && fence.length < unclosed[fence.char]) {
      const end = findClosing(text, lineEnd + 1, fence);
      if (end >= 0) {
        hide(at, end);
        at = end + 1;
        continue;
      }
      unclosed[fence.char] = fence.length;
    }
    let next = lineEnd + 1;
    if (comment.start < at) comment = nextComment(text, at);
    while (comment.start < next) {
      hide(comment.start, comment.end);
      next = Math.max(next, endOfLine(text, comment.end - 1) + 1);
      comment = nextComment(text, comment.end);
    }
    at = next;
  }
  kept.push(text.slice(keptTo));
  return kept.join('');
}

function nextComment(text: string, from: number): { start: number; end: number } {
  const start = text.indexOf('<!--', from);
  const close = start < 0 ? -1 : text.indexOf('-->', start + 4);
  return close < 0
    ? { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }
    : { start, end: close + 3 };
}

function blankOut(line: string): string {
  return ' '.repeat(line.length);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function readFence(text: string, lineStart: number, lineEnd: number): Opened | null {
  let at = lineStart;
  while (at < lineEnd && ' \t>\ufeff'.includes(text[at]!)) at++;
  const char = text[at];
  if (char !== '`' && char !== '~') return null;
  let end = at;
  while (text[end] === char) end++;
  if (end - at < 3) return null;
  if (char === '`') {
    const tick = text.indexOf('`', end);
    if (tick >= 0 && tick < lineEnd) return null;
  }
  return { char, length: Math.min(end - at, longestFence) };
}

function findClosing(text: string, from: number, { char, length }: Opened): number {
  for (let at = from; at < text.length; ) {
    const lineEnd = endOfLine(text, at);
    let start = at;
    while (start < lineEnd && ' \t>'.includes(text[start]!)) start++;
    let end = start;
    while (text[end] === char) end++;
    if (end - start >= length && text.slice(end, lineEnd).trim() === '') return lineEnd;
    at = lineEnd + 1;
  }
  return -1;
}
