/** A marked part as Markdown needs it between the signs beside it. A mark counts only where it stands beside a
 *  letter, or beside a sign and away from letters: a sign between both is put outside, and what is nothing
 *  but signs, as the stroke between two levels, stays unmarked. */
export function hugMark(part: string, before: string, after: string): string {
  const found = /^(\s*)(\*{1,2})([^*]+)\2(\s*)$/.exec(part);
  if (!found) return part;
  const [, left, mark, core, right] = found as unknown as [string, string, string, string, string];
  if (!letter.test(core) || (left === '' && before === '*')) return left + core + right;
  const head = left === '' && letter.test(before) ? matched(/^[\p{P}\p{S}]+/u, core) : '';
  const tail = right === '' && letter.test(after) ? matched(/[\p{P}\p{S}]+$/u, core) : '';
  // What belongs to a tag, a link or a formula cannot leave its mark alone.
  if (/[<>[\]()$`\\]/.test(head + tail)) return left + core + right;
  const inner = core.slice(head.length, core.length - tail.length);
  return left + head + mark + inner + mark + tail + right;
}

const letter = /[\p{L}\p{N}]/u;

function matched(pattern: RegExp, text: string): string {
  return pattern.exec(text)?.[0] ?? '';
}
