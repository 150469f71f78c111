import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/me.ts';
import { signInOptionsQuery } from '../api/sign-in.ts';
import classes from './password-reminder.module.css';

/** For who came in by a link that works once and has no other way in. */
export function PasswordReminder() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const { data: options } = useQuery(signInOptionsQuery);
  if (!me || me.hasPassword || !options || options.sso) return null;
  return (
    <div className={classes.root}>
      <p className={classes.text}>
        <strong>{t('overview.noPassword')}</strong> {t('overview.noPasswordText')}
      </p>
      <Button component={Link} to="/account" variant="default" size="xs">
        {t('account.set')}
      </Button>
    </div>
  );
}
