import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-formats.ts';
import { useNames } from '../language/use-names.ts';
import { Copyable } from '../parts/copyable.tsx';
import { CheckIcon, PauseIcon, RunIcon, StopIcon } from '../parts/icons.tsx';
import { useNow } from '../parts/use-now.ts';
import classes from './build-band.module.css';
import { commandOf } from './command-of.ts';
import { type Build, type Step, stepStateOf } from './step-state.ts';

const icons = { running: RunIcon, done: CheckIcon, stopped: StopIcon, interrupted: PauseIcon };

/** The last build: what ran, how it ended, and what to do if it did not end well. */
export function BuildBand({ build, steps }: { build: Build; steps: Step[] }) {
  const { t } = useTranslation();
  // A build that was told to stop is not one that failed.
  const state = build.error === 'interrupted' ? 'interrupted' : build.state;
  const Icon = icons[state];
  return (
    <section className={classes.root} data-state={state} aria-label={t('overview.build')}>
      <div className={classes.head}>
        <span className={classes.icon}>
          <Icon size={18} />
        </span>
        <h2 className={classes.title}>{t(`overview.states.${state}`)}</h2>
        <Facts build={build} steps={steps} />
      </div>
      {(state === 'stopped' || state === 'interrupted') && <Mend build={build} />}
    </section>
  );
}

function Facts({ build, steps }: { build: Build; steps: Step[] }) {
  const { t } = useTranslation();
  const { ago, dateTime, duration } = useFormats();
  const now = useNow(1000);
  const start = Date.parse(build.startedAt);
  const end = build.endedAt ? Date.parse(build.endedAt) : now;
  const atWork = steps.findIndex(step => stepStateOf(step, build) === 'running');
  const known = build.endedAt !== null || build.state === 'running';
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('overview.recipe')}</dt>
        <dd>
          <code>{build.recipe}</code>
        </dd>
      </div>
      {atWork >= 0 && (
        <div>
          <dt>{t('overview.atStage')}</dt>
          <dd>{t('overview.place', { index: atWork + 1, all: steps.length })}</dd>
        </div>
      )}
      <div>
        <dt>{t(build.endedAt ? 'overview.ended' : 'overview.started')}</dt>
        <dd>
          <time
            dateTime={build.endedAt ?? build.startedAt}
            title={dateTime(build.endedAt ?? build.startedAt)}
          >
            {ago(build.endedAt ?? build.startedAt, now)}
          </time>
        </dd>
      </div>
      {known && (
        <div>
          <dt>{t(build.endedAt ? 'overview.took' : 'overview.runningFor')}</dt>
          <dd>{duration(end - start)}</dd>
        </div>
      )}
    </dl>
  );
}

function Mend({ build }: { build: Build }) {
  const { t } = useTranslation();
  const { helpOf } = useNames();
  const told = build.state === 'stopped' && build.error;
  const meaning = told ? helpOf('buildErrors', told) : undefined;
  return (
    <div className={classes.mend}>
      <p className={classes.text}>
        {told && <code className={classes.code}>{told}</code>}
        {meaning && <strong>{meaning}</strong>} {t(mendKey(build))}
      </p>
      <Copyable text={commandOf(build.recipe)} prompt />
    </div>
  );
}

function mendKey(build: Build) {
  if (build.state === 'interrupted') return 'overview.interruptedText';
  if (build.error === 'interrupted') return 'overview.againText';
  return build.error === 'defect' ? 'overview.defectText' : 'overview.stoppedText';
}
