const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8});/y;

/**
 * The places in raw Markdown at which `separators` stand as themselves: not escaped with a
 * backslash, not part of a character reference. Whatever is read from raw text by its punctuation
 * goes through here, so that the renderer can protect a text's own punctuation by escaping it.
 */
export function findUnescaped(raw: string, separators: string, limit = raw.length): number[] {
  const places: number[] = [];
  for (let at = 0; at < limit; at += 1) {
    const char = raw[at]!;
    if (char === '\\') at += 1;
    else if (char === '&') {
      reference.lastIndex = at;
      if (reference.test(raw)) at = reference.lastIndex - 1;
    } else if (separators.includes(char)) places.push(at);
  }
  return places;
}

export function splitUnescaped(raw: string, separators: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const place of findUnescaped(raw, separators)) {
    parts.push(raw.slice(start, place));
    start = place + 1;
  }
  parts.push(raw.slice(start));
  return parts;
}
