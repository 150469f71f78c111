import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-formats.ts';
import { useNames } from '../language/use-names.ts';
import { NextIcon } from '../parts/icons.tsx';
import classes from './reasons.module.css';
import type { Step } from './step-state.ts';

const shownAtMost = 4;

/** Why a stage rejected what it did, the most frequent first, and the way to the list. */
export function Reasons({ step, name }: { step: Step; name: string }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const reasons = Object.entries(step.reasons).sort(([, one], [, other]) => other - one);
  if (reasons.length === 0) return null;
  const shown = reasons.length > shownAtMost + 1 ? reasons.slice(0, shownAtMost) : reasons;
  const rest = reasons.length - shown.length;
  const to = { to: '/steps/$step/rejects', params: { step: step.step } } as const;
  return (
    <div className={classes.root}>
      <ul className={classes.list}>
        {shown.map(([reason, count]) => (
          <li key={reason}>
            <Reason reason={reason} count={count} step={step.step} />
          </li>
        ))}
        {rest > 0 && (
          <li className={classes.rest}>
            {t('overview.moreReasons', { count: rest, figure: number(rest) })}
          </li>
        )}
      </ul>
      <Link {...to} className={classes.all} aria-label={`${t('overview.seeRejects')}: ${name}`}>
        {t('overview.seeRejects')}
        <NextIcon size={12} />
      </Link>
      {step.partsRejected > 0 && (
        <p className={classes.parts}>
          {t('overview.partsRejected', {
            count: step.partsRejected,
            figure: number(step.partsRejected),
          })}
        </p>
      )}
    </div>
  );
}

function Reason({ reason, count, step }: { reason: string; count: number; step: number }) {
  const { number } = useFormats();
  const { nameOf, helpOf } = useNames();
  return (
    <Link
      to="/steps/$step/rejects"
      params={{ step }}
      className={classes.reason}
      data-fault={reason === 'defect' || undefined}
      title={helpOf('reasonHelp', reason)}
    >
      {nameOf('reasons', reason)}
      <b>{number(count)}</b>
    </Link>
  );
}
