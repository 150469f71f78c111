import type { Language } from './term.ts';

const sample = 20_000;
/** Tags with their attributes, character names, targets of pictures and links, addresses. */
const unread =
  /<\/?[A-Za-z][\w-]*(?:\s[^<>]*|\/)?>|&#?\w{1,31};|\]\([^\s()<>]*|\]:[ \t]*[!-;=?-~]+|\b(?:https?:\/\/|www\.)[!-;=?-~]+/g;

/** What a reader sees a text is written in; null where there are no letters. One Chinese character says
 *  about as much as one English word. What stands in the middle counts like the beginning: a Chinese
 *  paper may begin with an English abstract. */
export function languageOfText(text: string): Language | null {
  const middle = Math.max(sample, text.length >> 1);
  const read = `${text.slice(0, sample)} ${text.slice(middle, middle + sample)}`;
  const seen = read.replace(unread, ' ');
  const han = seen.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = seen.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han > latin) return 'zh';
  return latin > 0 ? 'en' : null;
}
