import { useTranslation } from 'react-i18next';
import { useFormats } from '../language/use-formats.ts';
import { useNames } from '../language/use-names.ts';
import { FlowBar } from './flow-bar.tsx';
import { Reasons } from './reasons.tsx';
import classes from './stage-card.module.css';
import { type Step, type StepState, settledShare } from './step-state.ts';

/** How many digits and separators a row of books holds in the large size. */
const fitsInLarge = 36;

/** One stage's books. */
export function StageCard({ step, state }: { step: Step; state: StepState }) {
  const { t } = useTranslation();
  const { percent } = useFormats();
  const { nameOf } = useNames();
  const name = nameOf('stages', step.stage);
  return (
    <article className={classes.root} data-state={state}>
      <header className={classes.header}>
        <h3 className={classes.name}>{name}</h3>
        <span className={classes.version}>{t('overview.version', { version: step.version })}</span>
        <span className={classes.state}>
          {t(`overview.stepStates.${state}`)}
          {state === 'running' && <b> {percent(settledShare(step))}</b>}
        </span>
      </header>
      <Books step={step} />
      <FlowBar step={step} running={state === 'running'} />
      <Reasons step={step} name={name} />
    </article>
  );
}

function Books({ step }: { step: Step }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const figures = [step.in, step.out, step.rejects, step.waiting, step.made].map(number);
  const long = figures.join('').length > fitsInLarge;
  return (
    <dl className={classes.books} data-long={long || undefined}>
      <Figure name={t('overview.in')} value={step.in} />
      <Figure sign="=" kind="out" name={t('overview.out')} value={step.out} />
      <Figure sign="+" kind="reject" name={t('overview.rejects')} value={step.rejects} />
      <Figure sign="+" kind="wait" name={t('overview.waiting')} value={step.waiting} />
      <Figure kind="made" name={t('overview.made')} value={step.made} />
    </dl>
  );
}

type FigureProps = { name: string; value: number; sign?: string; kind?: string };

function Figure({ name, value, sign, kind }: FigureProps) {
  const { number } = useFormats();
  return (
    <div className={classes.figure} data-kind={kind} data-zero={value === 0 || undefined}>
      <dt>{name}</dt>
      <dd>
        {sign && (
          <span className={classes.sign} aria-hidden="true">
            {sign}
          </span>
        )}
        {number(value)}
      </dd>
    </div>
  );
}
