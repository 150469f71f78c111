import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { Panel } from '../parts/panel.tsx';
import { Sentence } from '../parts/sentence.tsx';
import classes from './tile.module.css';

export function SpendTile({ spend }: { spend: Overview['spend'] }) {
  const { t } = useTranslation();
  const { number, usd } = useFormats();
  const { calls, capUsd } = spend;
  const reached = capUsd !== null && spend.usd >= capUsd && calls > 0;
  return (
    <Panel title={t('overview.spend')} figure={usd(spend.usd)}>
      {capUsd !== null && capUsd > 0 && (
        <div className={classes.bar} data-reached={reached || undefined} aria-hidden="true">
          {spend.usd > 0 && (
            <span style={{ flexBasis: `${Math.min(100, (spend.usd / capUsd) * 100)}%` }} />
          )}
        </div>
      )}
      <p className={classes.quiet}>
        {calls === 0
          ? t('overview.noCalls')
          : t('overview.calls', { count: calls, figure: number(calls) })}
        {calls > 0 && spend.usd === 0 && ` ${t('overview.callsFree')}`}
      </p>
      <p className={classes.quiet}>
        {capUsd === null ? (
          <Sentence text={t('overview.noCap')} />
        ) : (
          t('overview.cap', { cap: usd(capUsd) })
        )}
      </p>
      {reached && <p className={classes.note}>{t('overview.capReached')}</p>}
    </Panel>
  );
}
