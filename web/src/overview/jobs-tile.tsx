import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './tile.module.css';

const states = ['running', 'waiting', 'stopped'] as const;

export function JobsTile({ jobs }: { jobs: Overview['jobs'] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <Panel title={t('overview.jobs')}>
      <dl className={classes.cells}>
        {states.map(state => (
          <div
            key={state}
            data-zero={jobs[state] === 0 || undefined}
            data-fault={(state === 'stopped' && jobs.stopped > 0) || undefined}
          >
            <dt>{t(`overview.jobStates.${state}`)}</dt>
            <dd>{number(jobs[state])}</dd>
          </div>
        ))}
      </dl>
      {jobs.stopped > 0 && <p className={classes.note}>{t('overview.jobsStopped')}</p>}
    </Panel>
  );
}
