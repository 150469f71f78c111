import { useTranslation } from 'react-i18next';
import { type Liveness, timesMs } from './follow-overview.ts';
import classes from './live-mark.module.css';

/** Says whether the page follows what happens, and if not, how old it may be. */
export function LiveMark({ liveness, asOf }: { liveness: Liveness; asOf: string }) {
  const { t } = useTranslation();
  const words = {
    connecting: t('overview.connecting'),
    live: t('overview.live'),
    polling: t('overview.polling', { seconds: timesMs.ask / 1000 }),
    lost: t('overview.lost', { time: asOf }),
  };
  return (
    <span className={classes.root} data-liveness={liveness} role="status">
      <span className={classes.dot} aria-hidden="true" />
      {words[liveness]}
    </span>
  );
}
