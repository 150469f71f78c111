/** The JSON object of a text: the whole of it, what stands in a code fence, or the last object
 *  that stands whole between other words. undefined where there is none. Never mended. */
export function findJson(text: string): unknown {
  const whole = parse(text.trim());
  if (whole !== undefined) return whole;
  const spans = objectSpans(text);
  for (let at = spans.length - 1; at >= 0; at--) {
    const [start, end] = spans[at]!;
    const found = parse(text.slice(start, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function parse(text: string): unknown {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where outermost braces open and close, quotes minded; in one pass. */
function objectSpans(text: string): Array<[start: number, end: number]> {
  const spans: Array<[number, number]> = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"' && depth > 0) quoted = true;
    else if (sign === '{') {
      if (depth++ === 0) start = at;
    } else if (sign === '}' && depth > 0 && --depth === 0) spans.push([start, at + 1]);
  }
  return spans;
}
