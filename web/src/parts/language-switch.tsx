import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage, languages } from '../language/choose-language.ts';
import { rememberLanguage } from '../language/start-language.ts';

const choices = Object.entries(languages).map(([value, { name, tag }]) => ({
  value,
  label: <span lang={tag}>{name}</span>,
}));

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('shell.language')}
      size="xs"
      withItemsBorders={false}
      data={choices}
      value={i18n.resolvedLanguage ?? 'en'}
      onChange={value => {
        if (!isLanguage(value)) return;
        rememberLanguage(value);
        i18n.changeLanguage(value);
      }}
    />
  );
}
