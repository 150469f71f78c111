import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.tsx';
import classes from './alone.module.css';

export function MissingScreen() {
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <title>{`${t('shell.missingTitle')} · SpineMed`}</title>
      <Notice tone="empty" title={t('shell.missingTitle')} text={t('shell.missingText')}>
        <Button component={Link} to="/" variant="default" size="xs">
          {t('shell.toOverview')}
        </Button>
      </Notice>
    </div>
  );
}
