import type { Run } from '../../contracts/benchmark/index.ts';
import { isAnAnswer, type Settled } from './ask-items.ts';
import type { DoneSteps } from './done-steps.ts';
import type { OpenItems } from './open-items.ts';

export type Progress = {
  /** Answers and judgements, earlier starts included. */
  done: number;
  of: number;
  /** Of this start, as they came in lately. */
  perSecond: number;
  secondsLeft: number | null;
  /** Of this start; null: of some call nobody knows the price. */
  spentUsd: number | null;
  /** Of the questions that this start has had answered, 0 to 100. */
  accuracy: number | null;
  /** Items of this start that no answer came to, as the table counts them. */
  failed: number;
  /** Judgements of this start that came to nothing or were none. */
  unjudged: number;
};

/** How far a run is, told at every step that has settled. */
export function progressOf(
  run: Run,
  items: OpenItems,
  done: DoneSteps,
  tell: (progress: Progress) => void,
): { note(settled: Settled): void } {
  const judging = items.reports.length * run.judges.length * run.judgements;
  const of = (items.ids.length + judging) * run.repeats;
  const before = done.counts.answers + done.counts.judgements;
  const started = performance.now();
  let now = 0;
  let spentUsd: number | null = 0;
  let failed = 0;
  let unjudged = 0;
  const answers = { right: 0, all: 0 };
  return {
    note({ step, outcome, item, right }) {
      if (step !== 'extract') now++;
      if (step === 'answer' && !isAnAnswer(outcome)) failed++;
      if (step === 'judge' && outcome.status === 'failed') unjudged++;
      const cost = outcome.requests === 0 ? 0 : outcome.costUsd;
      spentUsd = spentUsd === null || cost === null ? null : spentUsd + cost;
      if (step === 'answer' && item.task !== 'report' && isAnAnswer(outcome)) {
        answers.all++;
        if (right) answers.right++;
      }
      const perSecond = now / ((performance.now() - started) / 1000);
      tell({
        done: before + now,
        of,
        perSecond,
        secondsLeft: perSecond > 0 ? Math.max(0, of - before - now) / perSecond : null,
        spentUsd,
        accuracy: answers.all === 0 ? null : (100 * answers.right) / answers.all,
        failed,
        unjudged,
      });
    },
  };
}
