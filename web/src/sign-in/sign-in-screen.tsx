import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signInByOrganisation, signInOptionsQuery } from '../api/sign-in.ts';
import { Copyable } from '../parts/copyable.tsx';
import { Failure } from '../parts/failure.tsx';
import { Mark } from '../parts/icons.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { SchemeSwitch } from '../parts/scheme-switch.tsx';
import { EmailForm } from './email-form.tsx';
import { SentBack } from './sent-back.tsx';
import classes from './sign-in-screen.module.css';

const route = getRouteApi('/sign-in');

export function SignInScreen() {
  const { t } = useTranslation();
  const { error, to = '/' } = route.useSearch();
  const { data: options } = useQuery(signInOptionsQuery);
  return (
    <main className={classes.root} id="content" tabIndex={-1}>
      <title>{`${t('signIn.title')} · SpineMed`}</title>
      <div className={classes.column}>
        <div className={classes.brand}>
          <span className={classes.mark}>
            <Mark size={40} />
          </span>
          <p className={classes.name}>SpineMed</p>
          <p className={classes.about}>{t('signIn.about')}</p>
        </div>
        {error && <SentBack error={error} />}
        <section className={classes.card} aria-labelledby="sign-in">
          <h1 className={classes.title} id="sign-in">
            {t('signIn.title')}
          </h1>
          <EmailForm to={to} />
          {options?.sso && <Organisation />}
        </section>
        <section className={classes.help} aria-labelledby="no-password">
          <h2 id="no-password">{t('signIn.linkTitle')}</h2>
          <p>{t('signIn.linkText')}</p>
          <Copyable text="./spinemed people link EMAIL" prompt />
        </section>
        <div className={classes.view}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </div>
    </main>
  );
}

function Organisation() {
  const { t } = useTranslation();
  const going = useMutation({
    mutationFn: signInByOrganisation,
    onSuccess: url => window.location.assign(url),
  });
  return (
    <>
      <p className={classes.or}>{t('signIn.or')}</p>
      {going.error && <Failure error={going.error} />}
      <Button
        variant="default"
        fullWidth
        loading={going.isPending || going.isSuccess}
        onClick={() => going.mutate()}
      >
        {t('signIn.sso')}
      </Button>
    </>
  );
}
