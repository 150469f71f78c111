import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Me, meQuery } from '../api/me.ts';
import { Failure } from '../parts/failure.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { SchemeSwitch } from '../parts/scheme-switch.tsx';
import classes from './account-screen.module.css';
import { PasswordForm } from './password-form.tsx';

export function AccountScreen() {
  const { t } = useTranslation();
  const { data: me, error, refetch } = useQuery(meQuery);
  return (
    <Page title={t('shell.account')}>
      {error && !me && <Failure error={error} onRetry={refetch} />}
      {!error && !me && <Skeleton height={240} />}
      {me && (
        <div className={classes.panels}>
          <Who me={me} />
          <Look />
          <Panel title={t('account.password')}>
            <PasswordForm me={me} />
          </Panel>
        </div>
      )}
    </Page>
  );
}

function Who({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('account.you')}>
      <dl className={classes.rows}>
        <div>
          <dt>{t('people.name')}</dt>
          <dd>{me.name}</dd>
        </div>
        <div>
          <dt>{t('people.email')}</dt>
          <dd>{me.email}</dd>
        </div>
        <div>
          <dt>{t('people.role')}</dt>
          <dd>{t(`roles.${me.role}`)}</dd>
        </div>
      </dl>
    </Panel>
  );
}

function Look() {
  const { t } = useTranslation();
  return (
    <Panel title={t('account.view')}>
      <dl className={classes.rows}>
        <div>
          <dt>{t('shell.language')}</dt>
          <dd>
            <LanguageSwitch />
          </dd>
        </div>
        <div>
          <dt>{t('shell.scheme')}</dt>
          <dd>
            <SchemeSwitch words />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
