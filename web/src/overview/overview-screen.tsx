import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { Failure } from '../parts/failure.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { BuildBand } from './build-band.tsx';
import { timesMs } from './follow-overview.ts';
import { JobsTile } from './jobs-tile.tsx';
import { LiveMark } from './live-mark.tsx';
import { ModelsPanel } from './models-panel.tsx';
import { NoBuild } from './no-build.tsx';
import classes from './overview-screen.module.css';
import { PasswordReminder } from './password-reminder.tsx';
import { Pipeline } from './pipeline.tsx';
import { SourcesTile } from './sources-tile.tsx';
import { SpendTile } from './spend-tile.tsx';
import { useLiveOverview } from './use-live-overview.ts';
import { WorkersTile } from './workers-tile.tsx';

export function OverviewScreen() {
  const { t } = useTranslation();
  const { time } = useFormats();
  const { overview, error, retry, liveness, dataUpdatedAt } = useLiveOverview();
  const asOf = time(dataUpdatedAt);

  if (!overview) {
    return (
      <Page title={t('shell.overview')}>
        {error ? <Failure error={error} onRetry={retry} /> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page title={overview.workspace} actions={<LiveMark liveness={liveness} asOf={asOf} />}>
      <PasswordReminder />
      {liveness === 'lost' && (
        <Notice
          tone="fault"
          title={t('overview.lostTitle')}
          text={t('overview.lostText', { time: asOf, seconds: timesMs.ask / 1000 })}
        />
      )}
      <Content overview={overview} />
    </Page>
  );
}

function Content({ overview }: { overview: Overview }) {
  const { build, steps, sources, jobs, workers, models, spend } = overview;
  return (
    <>
      {build ? <BuildBand build={build} steps={steps} /> : <NoBuild />}
      <div className={classes.columns}>
        {build && <Pipeline steps={steps} build={build} />}
        <div className={build ? classes.tiles : classes.tilesAlone}>
          <SourcesTile sources={sources} />
          <JobsTile jobs={jobs} />
          <WorkersTile workers={workers} />
          <SpendTile spend={spend} />
        </div>
      </div>
      <ModelsPanel models={models} />
    </>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <div className={classes.waiting} role="status" aria-label={t('shell.loading')}>
      <Skeleton height={76} />
      <div className={classes.columns}>
        <div className={classes.waiting}>
          <Skeleton height={132} />
          <Skeleton height={132} />
          <Skeleton height={132} />
        </div>
        <div className={classes.tiles}>
          <Skeleton height={150} />
          <Skeleton height={96} />
          <Skeleton height={96} />
        </div>
      </div>
    </div>
  );
}
