import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './panel.module.css';

type PanelProps = { title: string; figure?: ReactNode; children: ReactNode };

/** A titled surface. The figure beside the title is what the panel comes to. */
export function Panel({ title, figure, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div className={classes.header}>
        <h2 className={classes.title} id={id}>
          {title}
        </h2>
        {figure !== undefined && <span className={classes.figure}>{figure}</span>}
      </div>
      {children}
    </section>
  );
}
