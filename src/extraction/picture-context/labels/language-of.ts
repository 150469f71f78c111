import type { Language } from './label.ts';

const sample = 60_000;

/** The main language of a text. A Chinese character says as much as three letters; papers with an
 *  English abstract and English references are still Chinese. */
export function languageOf(text: string): Language {
  const middle = Math.max(sample, text.length >> 1);
  const read = text.slice(0, sample) + text.slice(middle, middle + sample);
  const han = read.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const latin = read.match(/[A-Za-z]/g)?.length ?? 0;
  return han * 3 > latin ? 'zh' : 'en';
}
