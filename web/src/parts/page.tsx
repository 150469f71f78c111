import type { ReactNode } from 'react';
import classes from './page.module.css';

type PageProps = {
  /** Also the first part of the browser tab's title. */
  title: string;
  about?: ReactNode;
  before?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

export function Page({ title, about, before, actions, children }: PageProps) {
  return (
    <div className={classes.root}>
      <title>{`${title} · SpineMed`}</title>
      <header className={classes.header}>
        <div className={classes.heading}>
          {before}
          <h1 className={classes.title}>{title}</h1>
          {about && <p className={classes.about}>{about}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
