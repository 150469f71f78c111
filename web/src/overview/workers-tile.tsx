import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { Copyable } from '../parts/copyable.tsx';
import { Panel } from '../parts/panel.tsx';
import classes from './tile.module.css';

export function WorkersTile({ workers }: { workers: Overview['workers'] }) {
  const { t } = useTranslation();
  const { number, dateTime } = useFormats();
  return (
    <Panel title={t('overview.workers')} figure={number(workers.length)}>
      {workers.length === 0 ? (
        <>
          <p className={classes.quiet}>{t('overview.noWorkers')}</p>
          <div className={classes.command}>
            <Copyable text="./spinemed worker" prompt />
          </div>
        </>
      ) : (
        <ul className={classes.workers}>
          {workers.map(({ host, pid, slots, since }) => (
            <li key={`${host}:${pid}`} title={t('overview.since', { time: dateTime(since) })}>
              <span className={classes.host}>
                {host}
                <small>{t('overview.process', { pid })}</small>
              </span>
              <span>{t('overview.slots', { count: slots, figure: number(slots) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
