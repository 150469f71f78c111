import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-formats.ts';
import { useNames } from '../language/use-names.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './reason-summary.module.css';

/** How often each reason was given, and what to do about it. */
export function ReasonSummary({ reasons }: { reasons: Record<string, number> }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { nameOf, helpOf } = useNames();
  const given = Object.entries(reasons).sort(([, one], [, other]) => other - one);
  if (given.length === 0) return null;
  return (
    <Panel title={t('rejects.summary')}>
      <dl className={classes.list}>
        {given.map(([reason, count]) => (
          <div key={reason} data-fault={reason === 'defect' || undefined}>
            <dt>
              {nameOf('reasons', reason)} <b>{number(count)}</b>
            </dt>
            <dd>{helpOf('reasonHelp', reason)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
