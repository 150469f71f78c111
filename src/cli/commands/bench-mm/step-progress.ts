import { countProgress } from '../../count-progress.ts';

/** One step after the other, each of as many as it says. */
export function progressOfSteps() {
  let step: { name: string; progress: ReturnType<typeof countProgress> } | undefined;
  return {
    update(name: string, done: number, of: number): void {
      if (step?.name !== name) {
        step?.progress.clear();
        step = { name, progress: countProgress(`of ${of} ${name}`) };
      }
      step.progress.update(done);
    },
    clear: () => step?.progress.clear(),
  };
}
