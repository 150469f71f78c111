import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, type Language, languages } from './choose-language.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const storageKey = 'spinemed.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** The chosen language, else the browser's; remembered when it changes. */
export function startLanguage(): i18n {
  const language = createInstance();
  language.on('languageChanged', (chosen: Language) => {
    document.documentElement.lang = languages[chosen].tag;
  });
  language.use(initReactI18next).init({
    lng: chooseLanguage(readChosen(), navigator.languages),
    fallbackLng: 'en',
    supportedLngs: Object.keys(languages),
    resources: { en: { translation: en }, zh: { translation: zh } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return language;
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage may be forbidden; the choice then lasts until the page is left.
  }
}

function readChosen(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
