import { type Language, languageOfText } from '../../spine/index.ts';
import { textOf, type XmlElement } from '../../xml/index.ts';

/** What an article says it is written in, else what its letters are. */
export function languageOf(article: XmlElement, title: string): Language | null {
  const stated = article.attributes.lang?.trim().toLowerCase();
  if (stated) {
    if (/^(en|eng)\b/.test(stated)) return 'en';
    return /^(zh|chi|zho|cn)\b/.test(stated) ? 'zh' : null;
  }
  return languageOfText(`${title} ${textOf(article)}`);
}
