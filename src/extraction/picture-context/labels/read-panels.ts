const letter = "(?:[A-Za-z](?![A-Za-z])|[ivx]{2,4}(?![A-Za-z]))['′″]{0,2}";
const joint = '\\s*(?:[-‐‑–—,、;/~&]|,?\\s*and\\b|,?\\s*or\\b|和|及|与|至|到|to\\b)\\s*';
const attached = new RegExp(`${letter}(?:${joint}(?:${letter})(?!\\.?\\d))*`, 'y');
const bracketed = new RegExp(
  `\\s?[(（]\\s*${letter}(?:${joint}(?:and\\s+)?${letter})*\\s*[)）](?:(?:${joint})?[(（]\\s*${letter}\\s*[)）])*`,
  'y',
);
const apart = new RegExp(
  `(?:,?\\s)${letter}(?=\\s*[),;.\\]\\-–—]|\\s+and\\s+[A-Za-z]\\b|$)(?:${joint}${letter})*`,
  'y',
);

/** The panels behind a figure's number: 2A, 2A–C, 2(a), "2 a, b". */
export function readPanels(text: string, at: number): { letters: string; end: number } | null {
  for (const pattern of [attached, bracketed, apart]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return { letters: spread(found), end: at + found.length };
  }
  return null;
}

function spread(written: string): string {
  const letters = new Set<string>();
  const pattern =
    /(?<![A-Za-z])([A-Za-z])(?![A-Za-z])(?:\s*[-‐‑–—~至到]\s*([A-Za-z])(?![A-Za-z]))?/g;
  for (const [, first, last] of written.matchAll(pattern)) {
    const from = first!.toUpperCase().charCodeAt(0);
    const to = last ? last.toUpperCase().charCodeAt(0) : from;
    for (let code = from; code <= to; code++) letters.add(String.fromCharCode(code));
  }
  return [...letters].join('');
}
