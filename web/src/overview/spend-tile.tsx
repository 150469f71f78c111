import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { Panel } from '../parts/panel.tsx';
import { Sentence } from '../parts/sentence.tsx';
import { costKnown } from './cost-known.ts';
import { capShare, lostUsd } from './spend-state.ts';
import classes from './tile.module.css';

export function SpendTile({ spend }: { spend: Overview['spend'] }) {
  const { t } = useTranslation();
  const { usd } = useFormats();
  const share = capShare(spend);
  const known = costKnown(spend) !== 'none';
  return (
    <Panel title={t('overview.spend')} figure={known ? usd(spend.usd) : t('overview.unknownCost')}>
      {spend.capUsd !== null && spend.capUsd > 0 && share !== null && (
        <div className={classes.bar} data-reached={share === 1 || undefined} aria-hidden="true">
          {share > 0 && <span style={{ flexBasis: `${share * 100}%` }} />}
        </div>
      )}
      <Calls spend={spend} />
      <Cap spend={spend} />
      {share === 1 && <p className={classes.note}>{t('overview.capReached')}</p>}
    </Panel>
  );
}

function Calls({ spend: { calls, unpriced, usd } }: { spend: Overview['spend'] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (calls === 0) return <p className={classes.quiet}>{t('overview.noAnswers')}</p>;
  return (
    <>
      <p className={classes.quiet}>
        {t('overview.calls', { count: calls, figure: number(calls) })}
      </p>
      {usd === 0 && unpriced === 0 && <p className={classes.quiet}>{t('overview.callsFree')}</p>}
      {unpriced > 0 && (
        <p className={classes.quiet}>
          {t('overview.unpriced', { count: unpriced, figure: number(unpriced) })}
        </p>
      )}
    </>
  );
}

function Cap({ spend }: { spend: Overview['spend'] }) {
  const { t } = useTranslation();
  const { usd } = useFormats();
  const lost = lostUsd(spend);
  return (
    <>
      <p className={classes.quiet}>
        {spend.capUsd === null ? (
          <Sentence text={t('overview.noCap')} />
        ) : (
          t('overview.cap', { cap: usd(spend.capUsd) })
        )}
      </p>
      {lost > 0 && (
        <p className={classes.small}>
          {spend.capUsd === null
            ? t('overview.lostCost', { most: usd(lost) })
            : t('overview.capCounts', { counted: usd(spend.countedUsd) })}
        </p>
      )}
    </>
  );
}
