/** Plain text as inline Markdown that reads the same and marks nothing up. As little as possible
 *  is escaped, for the Markdown is read by people and matched by words. */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*]/g, '\\$&')
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/!(?=\[)|\](?=[(:[])/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

/** As `escapeInline`, for text that starts a line and must not become a heading, a list or a rule. */
export function escapeParagraph(text: string): string {
  return escapeInline(text)
    .replace(/^(#{1,6}|[-+])(?=\s|$)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2')
    .replace(/^([>|~=]|-(?=-))/, '\\$&');
}
