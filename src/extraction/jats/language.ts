import { textOf, type XmlElement } from '../../xml/index.ts';

export type Language = 'en' | 'zh';

/** What an article says it is written in, else what its letters are. */
export function languageOf(article: XmlElement, title: string): Language | null {
  const stated = article.attributes.lang?.trim().toLowerCase();
  if (stated) {
    if (/^(en|eng)\b/.test(stated)) return 'en';
    return /^(zh|chi|zho|cn)\b/.test(stated) ? 'zh' : null;
  }
  const sample = `${title} ${textOf(article).slice(0, 20_000)}`;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (han > latin) return 'zh';
  return latin > 0 ? 'en' : null;
}
