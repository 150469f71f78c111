import {
  isMantineColorScheme,
  SegmentedControl,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DarkIcon, LightIcon, SystemIcon } from './icons.tsx';
import classes from './scheme-switch.module.css';

const icons = { auto: SystemIcon, light: LightIcon, dark: DarkIcon };
const schemes = ['auto', 'light', 'dark'] as const;

export function SchemeSwitch({ words = false }: { words?: boolean }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const data = schemes.map(value => {
    const Icon = icons[value];
    const name = t(`shell.schemes.${value}`);
    return {
      value,
      label: (
        <span className={classes.choice} title={name}>
          <Icon />
          {words ? <span>{name}</span> : <VisuallyHidden>{name}</VisuallyHidden>}
        </span>
      ),
    };
  });
  return (
    <SegmentedControl
      aria-label={t('shell.scheme')}
      size="xs"
      withItemsBorders={false}
      data={data}
      value={colorScheme}
      onChange={value => {
        if (isMantineColorScheme(value)) setColorScheme(value);
      }}
    />
  );
}
