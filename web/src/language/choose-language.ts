/** The languages of the workbench: what each calls itself, and its tag in a page. */
export const languages = {
  en: { name: 'English', tag: 'en' },
  zh: { name: '中文', tag: 'zh-CN' },
} as const;

export type Language = keyof typeof languages;

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** What was chosen before, else the browser's first language that there is. */
export function chooseLanguage(chosen: string | null, wanted: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0];
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** The tag to write numbers and dates by: the reader's own variety of the language if the
 *  browser names one, so that a British reader gets British dates. */
export function localeOf(language: Language, wanted: readonly string[]): string {
  const own = wanted.find(tag => tag.toLowerCase().split('-')[0] === language && isTag(tag));
  return own ?? languages[language].tag;
}

/** A browser started with a POSIX locale names tags that Intl refuses, such as en-US@posix. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
