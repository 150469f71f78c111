import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/me.ts';
import { Notice } from '../parts/notice.tsx';
import classes from './alone.module.css';

/** Around the screens that only admins may see. The server refuses the others anyway; this
 *  spares them screens full of refusals. */
export function AdminArea() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  if (me?.role === 'admin') return <Outlet />;
  return (
    <div className={classes.root}>
      <Notice
        tone="warning"
        title={t('failures.not-allowed.title')}
        text={t('failures.not-allowed.text')}
      >
        <Button component={Link} to="/" variant="default" size="xs">
          {t('shell.toOverview')}
        </Button>
      </Notice>
    </div>
  );
}
