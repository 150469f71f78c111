import { MultiBar, type SingleBar } from 'cli-progress';
import type { StepCounts } from '../store/index.ts';
import { note } from './print.ts';

export type StepProgress = {
  update(step: StepCounts, place: { index: number; of: number }): void;
  end(): void;
};

/** A bar a stage on a terminal; elsewhere a line at the start and end of each, and now and
 *  then between. */
export function stepProgress(): StepProgress {
  return process.stderr.isTTY ? bars() : lines();
}

function bars(): StepProgress {
  const multi = new MultiBar({
    stream: process.stderr,
    format: '{place} {stage} {bar} {value}/{total}  {note}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    // A stage that nothing was given to is done, not at nought.
    emptyOnZero: false,
  });
  const shown = new Map<number, SingleBar>();
  return {
    update(step, { index, of }) {
      const payload = {
        place: `${index + 1}/${of}`,
        stage: step.stage.padEnd(24),
        note: noteOf(step),
      };
      const bar = shown.get(step.step) ?? multi.create(step.in - step.held, 0, payload);
      shown.set(step.step, bar);
      bar.setTotal(step.in - step.held);
      bar.update(step.out + step.rejects, payload);
    },
    end: () => multi.stop(),
  };
}

const lineEveryMs = 5000;

function lines(): StepProgress {
  let last = { step: -1, at: 0, text: '' };
  return {
    update(step, { index, of }) {
      const done = step.out + step.rejects;
      const text =
        `${index + 1}/${of} ${step.stage}: ${done} of ${step.in - step.held}  ${noteOf(step)}`.trimEnd();
      const finished = step.waiting === step.held && step.in > 0;
      const due = step.step !== last.step || finished || Date.now() - last.at > lineEveryMs;
      if (!due || text === last.text) return;
      last = { step: step.step, at: Date.now(), text };
      note(text);
    },
    end() {},
  };
}

function noteOf(step: StepCounts): string {
  return [
    step.rejects > 0 && `${step.rejects} rejected`,
    step.partsRejected > 0 && `${step.partsRejected} parts rejected`,
    step.held > 0 && `${step.held} wait for de-identification`,
  ]
    .filter(Boolean)
    .join(', ');
}
