import { useTranslation } from 'react-i18next';
import { isLanguage, localeOf } from './choose-language.ts';
import { type Formats, formatsOf } from './formats.ts';

const made = new Map<string, Formats>();

/** Formats are dear to make and the same for everybody, so they are made once a locale. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.resolvedLanguage) ? i18n.resolvedLanguage : 'en';
  const locale = localeOf(language, navigator.languages);
  const formats = made.get(locale) ?? formatsOf(locale);
  made.set(locale, formats);
  return formats;
}
