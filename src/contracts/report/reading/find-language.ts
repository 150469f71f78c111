import type { Language } from '../../../spine/term.ts';

/**
 * The language a document is written in: that of its labels, which are the author's own even where
 * terms are quoted in the other; without labels, that of its letters. Null if it has neither.
 */
export function findLanguage(
  labels: Readonly<Record<Language, number>>,
  text: string,
): Language | null {
  if (labels.en !== labels.zh) return labels.zh > labels.en ? 'zh' : 'en';
  // A character of Chinese says about as much as four letters of English.
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length * 4;
  const latin = (text.match(/[A-Za-z]/g) ?? []).length;
  if (han === 0 && latin === 0) return null;
  return han > latin ? 'zh' : 'en';
}
