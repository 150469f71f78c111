import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './opening.module.css';

/** Shown while a screen's code or the person's session is on its way, if that takes long. */
export function Opening() {
  const { t } = useTranslation();
  return (
    <div className={classes.root} role="status" aria-label={t('shell.loading')}>
      <Loader size="sm" />
    </div>
  );
}
