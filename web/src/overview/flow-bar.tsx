import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-formats.ts';
import classes from './flow-bar.module.css';
import type { Step } from './step-state.ts';

/** What became of a stage's inputs, in proportion. */
export function FlowBar({ step, running }: { step: Step; running: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const words = t('overview.bar', {
    in: number(step.in),
    out: number(step.out),
    rejects: number(step.rejects),
    waiting: number(step.waiting),
  });
  return (
    <div className={classes.root} role="img" aria-label={words}>
      <Part kind="out" count={step.out} />
      <Part kind="reject" count={step.rejects} />
      <Part kind="wait" count={step.waiting} running={running} />
    </div>
  );
}

/** Even one among millions is drawn wide enough to be seen. */
function Part({ kind, count, running }: { kind: string; count: number; running?: boolean }) {
  if (count === 0) return null;
  return (
    <span
      className={classes.part}
      data-kind={kind}
      data-running={running || undefined}
      style={{ flexGrow: count }}
    />
  );
}
