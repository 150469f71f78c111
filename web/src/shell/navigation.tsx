import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/me.ts';
import { signOut } from '../api/sign-in.ts';
import { Failure } from '../parts/failure.tsx';
import { AccountIcon, AuditIcon, OverviewIcon, PeopleIcon, SignOutIcon } from '../parts/icons.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { SchemeSwitch } from '../parts/scheme-switch.tsx';
import classes from './navigation.module.css';

type Entry = {
  to: '/' | '/people' | '/audit' | '/account';
  name: 'overview' | 'people' | 'audit' | 'account';
  icon: ComponentType;
  adminOnly?: boolean;
};

const entries: Entry[] = [
  { to: '/', name: 'overview', icon: OverviewIcon },
  { to: '/people', name: 'people', icon: PeopleIcon, adminOnly: true },
  { to: '/audit', name: 'audit', icon: AuditIcon, adminOnly: true },
  { to: '/account', name: 'account', icon: AccountIcon },
];

export function Navigation() {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  return (
    <div className={classes.root}>
      <nav aria-label={t('shell.navigation')} className={classes.entries}>
        {entries
          .filter(entry => !entry.adminOnly || me?.role === 'admin')
          .map(({ to, name, icon: Icon }) => (
            <Link key={to} to={to} className={classes.entry} activeOptions={{ exact: to === '/' }}>
              <Icon />
              {t(`shell.${name}`)}
            </Link>
          ))}
      </nav>
      <div className={classes.foot}>
        <LanguageSwitch />
        <SchemeSwitch />
        {me && <Who name={me.name} role={t(`roles.${me.role}`)} />}
      </div>
    </div>
  );
}

function Who({ name, role }: { name: string; role: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      queryClient.clear();
      await navigate({ to: '/sign-in' });
    },
  });
  return (
    <>
      {leaving.error && <Failure error={leaving.error} />}
      <div className={classes.who}>
        <span className={classes.person}>
          <span className={classes.name}>{name}</span>
          <span className={classes.role}>{role}</span>
        </span>
        <button
          type="button"
          className={classes.out}
          aria-label={t('shell.signOut')}
          title={t('shell.signOut')}
          disabled={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          <SignOutIcon />
        </button>
      </div>
    </>
  );
}
