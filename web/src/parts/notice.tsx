import type { ReactNode } from 'react';
import { AlertIcon, CheckIcon, EmptyIcon, StopIcon } from './icons.tsx';
import classes from './notice.module.css';
import { Sentence } from './sentence.tsx';

export type Tone = 'empty' | 'warning' | 'fault' | 'good';

const icons = { empty: EmptyIcon, warning: AlertIcon, fault: StopIcon, good: CheckIcon };

/** What comes up while somebody works is read out; what is there from the start is not. */
const spoken = { empty: undefined, warning: undefined, fault: 'alert', good: 'status' };

type NoticeProps = { tone: Tone; title: string; text?: string | undefined; children?: ReactNode };

/** What is the case and what to do about it: empty screens, failures, warnings. */
export function Notice({ tone, title, text, children }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={classes.root} data-tone={tone} role={spoken[tone]}>
      <span className={classes.icon}>
        <Icon size={18} />
      </span>
      <div className={classes.body}>
        <p className={classes.title}>{title}</p>
        {text && (
          <p className={classes.text}>
            <Sentence text={text} />
          </p>
        )}
        {children && <div className={classes.actions}>{children}</div>}
      </div>
    </div>
  );
}
