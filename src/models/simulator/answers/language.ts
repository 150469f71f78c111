export type Language = 'en' | 'zh';

/** Which of the two a text is mostly in. The end of it decides: what is asked stands there. */
export function languageOf(text: string): Language {
  const end = text.slice(-4000);
  const han = end.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = end.match(/[A-Za-z]/g)?.length ?? 0;
  // A Chinese character says about as much as three letters.
  return han * 3 > latin ? 'zh' : 'en';
}
