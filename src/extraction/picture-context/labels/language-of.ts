import type { Language } from './label.ts';

const sample = 60_000;
/** Tags with their attributes, entities, targets of pictures and links, addresses. */
const unread =
  /<\/?[A-Za-z][\w-]*(?:\s[^<>]*|\/)?>|&#?\w{1,31};|\]\([^\s()<>]*|\]:[ \t]*[!-;=?-~]+|\b(?:https?:\/\/|www\.)[!-;=?-~]+/g;

/** The main language of what a reader sees of a text. A Chinese character says as much as three
 *  letters; papers with an English abstract and English references are still Chinese. */
export function languageOf(text: string): Language {
  const seen = text.replace(unread, ' ');
  const middle = Math.max(sample, seen.length >> 1);
  const read = seen.slice(0, sample) + seen.slice(middle, middle + sample);
  const han = read.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const latin = read.match(/[A-Za-z]/g)?.length ?? 0;
  return han * 3 > latin ? 'zh' : 'en';
}
