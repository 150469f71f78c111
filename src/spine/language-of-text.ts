import type { Language } from './term.ts';

/** What the letters of a text say it is written in; null where it has none. One Chinese character
 *  says about as much as one English word. */
export function languageOfText(text: string): Language | null {
  const sample = text.slice(0, 20_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han > latin) return 'zh';
  return latin > 0 ? 'en' : null;
}
