import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.tsx';
import classes from './pipeline.module.css';
import { StageCard } from './stage-card.tsx';
import { type Build, type Step, stepStateOf } from './step-state.ts';

/** All that was done with what is in the workspace, along the way of the data, one step below the
 *  other like vertebrae. */
export function Pipeline({ steps, build }: { steps: Step[]; build: Build }) {
  const { t } = useTranslation();
  const nothingIn = build.state === 'done' && steps.every(step => step.in === 0);
  return (
    <section aria-labelledby="pipeline">
      <div className={classes.header}>
        <h2 className={classes.title} id="pipeline">
          {t('overview.pipeline')}
        </h2>
        <p className={classes.note}>{t('overview.pipelineNote')}</p>
      </div>
      {nothingIn && (
        <div className={classes.notice}>
          <Notice
            tone="warning"
            title={t('overview.nothingInTitle')}
            text={t('overview.nothingInText')}
          />
        </div>
      )}
      <ol className={classes.list}>
        {steps.map((step, index) => (
          <li key={step.step} className={classes.item} data-state={stepStateOf(step, build)}>
            <span className={classes.node} aria-hidden="true">
              {index + 1}
            </span>
            <StageCard step={step} state={stepStateOf(step, build)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
