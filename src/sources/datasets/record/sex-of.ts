/** As spreadsheets write it, in English and Chinese; anything else is not known. */
export function sexOf(text: string): 'F' | 'M' | null {
  if (/^(f|female|woman|女|女性)$/i.test(text)) return 'F';
  return /^(m|male|man|男|男性)$/i.test(text) ? 'M' : null;
}
