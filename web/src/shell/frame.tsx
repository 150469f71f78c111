import { Drawer } from '@mantine/core';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark, MenuIcon } from '../parts/icons.tsx';
import classes from './frame.module.css';
import { Navigation } from './navigation.tsx';

/** Around every screen: navigation at the side, or behind a button where the page is narrow. */
export function Frame() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: state => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is what closes it
  useEffect(() => setOpen(false), [path]);

  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      <aside className={classes.rail}>
        <Brand />
        <Navigation />
      </aside>
      <header className={classes.bar}>
        <Brand />
        <button
          type="button"
          className={classes.menu}
          aria-label={t('shell.openNavigation')}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <MenuIcon size={20} />
        </button>
      </header>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size={288}
        title={<Brand />}
        closeButtonProps={{ 'aria-label': t('shell.closeNavigation') }}
        classNames={{ content: classes.drawer, header: classes.drawer, body: classes.drawerBody }}
      >
        <Navigation />
      </Drawer>
      <main className={classes.main} id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function Brand() {
  return (
    <span className={classes.brand}>
      <span className={classes.mark}>
        <Mark />
      </span>
      SpineMed
    </span>
  );
}
