/** Behind a citation: whose figure it is. "Figure 3 of [12]", "Fig. 2 in Smith et al." */
const behind =
  /^\)?\s*(?:of|in|from|by)\s+(?:the\s+(?:(?:paper|article|study|work|report|publication)\s+(?:of|by)\s+\p{Lu}|supplement)|\[\d|ref(?:erence|s)?s?\.?\s*[[(]?\d|supplement\w*\b|supporting\b|additional\s+file|appendix\b|\p{Lu}[\p{L}'’-]+,?\s+(?:et\s+al|and\s+(?:colleagues|co-?workers|\p{Lu}[\p{L}'’-]+,?\s*[([]\s*\d)|[([]\s*(?:19|20)\d\d|[([]\d{1,3}[\])]))/u;
/** Before it, in the same brackets: "[12, Fig. 3]", "(Smith et al. 2010, Fig. 2)", "their Figure 1". */
const before =
  /(?:\btheir\s|\[\s*\d{1,3}\s*,\s*(?:see\s+)?|\bet\s+al\.?,?\s*(?:\(?(?:19|20)\d\d[a-z]?\)?)?,\s*(?:see\s+)?|\bref(?:erence|s)?\.?\s*\[?\d{1,3}\]?,\s*)$/i;
const hanBefore = /(?:文献|参考文献|资料)\s*\[?\d{1,3}(?:[-,]\d{1,3})*\]?\s*(?:中|里|内)?的?$/;
const adapted = /^\s*(?:of|in|from)\s+\[/;

/** Whether a citation speaks of a figure in another work. */
export function isForeign(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 80);
  if (behind.test(after) || adapted.test(after)) return true;
  const ahead = text.slice(Math.max(0, start - 40), start);
  return before.test(ahead) || hanBefore.test(ahead);
}
