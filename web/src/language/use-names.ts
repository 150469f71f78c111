import { useTranslation } from 'react-i18next';
import type { Dictionary } from './dictionary.ts';
import { en } from './en.ts';
import { nameOfCode } from './name-of-code.ts';
import { zh } from './zh.ts';

type Coded = 'stages' | 'reasons' | 'actions' | 'actors';

/** Names for codes that the server sends and that grow with every stage. */
export function useNames() {
  const { i18n } = useTranslation();
  const words: Dictionary = i18n.resolvedLanguage === 'zh' ? zh : en;
  return {
    nameOf: (kind: Coded, code: string) => nameOfCode(words[kind], code),
    /** A sentence on what to do about it, where there is one. */
    helpOf: (kind: 'reasonHelp' | 'buildErrors', code: string): string | undefined => {
      const known: Readonly<Record<string, string>> = words[kind];
      return Object.hasOwn(known, code) ? known[code] : undefined;
    },
    failureOf: (code: string): { title: string; text: string } | undefined => {
      const known: Readonly<Record<string, { title: string; text: string }>> = words.failures;
      return Object.hasOwn(known, code) ? known[code] : undefined;
    },
  };
}
