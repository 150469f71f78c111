/** UTF-16 code units as clinicians' keyboards, converters and OCR leave them. */

const SUBSCRIPT_ZERO = 0x2080;
const FULL_WIDTH_ZERO = 0xff10;
const FULL_WIDTH_SHIFT = 0xfee0;

/** 0-9 for ASCII, full-width and subscript digits, -1 for anything else. */
export function digitValue(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1;
  if (code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_ZERO + 9) return code - FULL_WIDTH_ZERO;
  return code >= SUBSCRIPT_ZERO && code <= SUBSCRIPT_ZERO + 9 ? code - SUBSCRIPT_ZERO : -1;
}

/** Full-width letters and punctuation become their ASCII twins. */
export function narrow(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - FULL_WIDTH_SHIFT : code;
}

export function isLetter(code: number): boolean {
  const lower = narrow(code) | 32;
  return lower >= 97 && lower <= 122;
}

export function isUpperCase(code: number): boolean {
  const narrowed = narrow(code);
  return narrowed >= 65 && narrowed <= 90;
}

export function isLowerCase(code: number): boolean {
  const narrowed = narrow(code);
  return narrowed >= 97 && narrowed <= 122;
}

/** Han ideographs of the basic block. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || code === 9 || code === 10 || code === 13;
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200d) ||
    code === 0x202f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

const DASHES = new Set([...'-­‐‑‒–—―⁃⁻−﹣－~～〜∼˜'].map(dash => dash.charCodeAt(0)));

export function isDash(code: number): boolean {
  if (code < 128) return code === 45 || code === 126;
  return DASHES.has(code);
}

/** Dashes that also join the parts of a word. */
export function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011;
}

export function isSlash(code: number): boolean {
  return code === 47 || code === 92 || code === 0xff0f || code === 0x2044 || code === 0x2215;
}

export function isComma(code: number): boolean {
  return code === 44 || code === 0xff0c || code === 0x3001;
}

/** More than this many spaces in a row part what they stand between; it also bounds every look around. */
const SPACES_AT_MOST = 3;

export function skipSpaces(text: string, from: number): number {
  const limit = from + SPACES_AT_MOST;
  let at = from;
  while (at < limit && isSpace(text.charCodeAt(at))) at++;
  return at;
}

export function skipSpacesBack(text: string, from: number): number {
  const limit = from - SPACES_AT_MOST;
  let at = from;
  while (at > limit && at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
