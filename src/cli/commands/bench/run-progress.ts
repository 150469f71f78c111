import type { Progress } from '../../../benchmark/index.ts';
import { note } from '../../print.ts';

/** In place on a terminal, elsewhere a line now and then. */
export function runProgress(): { update(progress: Progress): void; end(): void } {
  const { isTTY } = process.stderr;
  const everyMs = isTTY ? 200 : 5000;
  let told = Date.now();
  let last: Progress | undefined;
  let shown = 0;
  const show = (progress: Progress) => {
    const line = describe(progress);
    if (!isTTY) return note(line);
    process.stderr.write(`\r${line.padEnd(shown)}`);
    shown = line.length;
  };
  return {
    update(progress) {
      last = progress;
      if (Date.now() - told < everyMs) return;
      told = Date.now();
      show(progress);
    },
    end() {
      if (!last) return;
      show(last);
      if (isTTY) process.stderr.write('\n');
    },
  };
}

function describe({ done, of, ...progress }: Progress): string {
  const { perSecond, secondsLeft, spentUsd, accuracy, failed, unjudged } = progress;
  return [
    `${done} of ${of}`,
    `${perSecond.toFixed(1)}/s`,
    ...(secondsLeft === null || done === of ? [] : [`${duration(secondsLeft)} left`]),
    ...(accuracy === null ? [] : [`${accuracy.toFixed(1)} % right so far`]),
    spentUsd === null ? 'spent: unknown' : `spent ${spentUsd.toFixed(2)} USD`,
    ...(failed > 0 ? [`${failed} without an answer`] : []),
    ...(unjudged > 0 ? [`${unjudged} judgements came to nothing`] : []),
  ].join('  ');
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
