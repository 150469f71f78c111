import { type Command, InvalidArgumentError } from 'commander';
import type { Overview } from '../../contracts/overview/index.ts';
import { print, printJson } from '../print.ts';
import { withSession } from '../session.ts';
import { table, withoutControls } from '../table.ts';

export function status(program: Command): void {
  program
    .command('status')
    .option('--json', 'as JSON', false)
    .option('--rejects [n]', 'also the first rejects of every stage, with their places', readCount)
    .description('Stages, counts (in = out + rejects + waiting), spend, jobs and workers.')
    .addHelpText('after', '\nExample:  ./spinemed status --rejects 20')
    .action(async (options: { json: boolean; rejects?: number | true }, command: Command) => {
      const { readOverview, readRejects } = await import('../../store/index.ts');
      await withSession(command, async ({ store }) => {
        const overview = await readOverview(store);
        const limit = options.rejects === true ? usualRejects : (options.rejects ?? 0);
        const rejects = [];
        const rejectsShown: RejectsShown[] = [];
        for (const { step, stage, reasons } of limit > 0 ? overview.steps : []) {
          const page = await readRejects(store, step, { limit });
          rejects.push(...page.rejects.map(reject => ({ stage, ...reject })));
          const total = Object.values(reasons).reduce((sum, count) => sum + count, 0);
          if (total > 0) rejectsShown.push({ step, stage, shown: page.rejects.length, total });
        }
        if (options.json) printJson(limit > 0 ? { ...overview, rejects, rejectsShown } : overview);
        else {
          print(describe(overview));
          for (const { stage, reason, place, code } of rejects)
            print(
              `${stage}: ${reason}: ${withoutControls(place ?? '?')}${code ? ` (${code})` : ''}`,
            );
          for (const line of leftOut(rejectsShown)) print(line);
        }
      });
    });
}

const usualRejects = 20;

type RejectsShown = { step: number; stage: string; shown: number; total: number };

/** A list that stops says where it does. */
function leftOut(steps: readonly RejectsShown[]): string[] {
  return steps
    .filter(({ shown, total }) => shown < total)
    .map(
      ({ stage, shown, total }) =>
        `${stage}: ${shown} of ${total} rejects; --rejects ${Math.min(total, mostRejects)} shows ${total > mostRejects ? 'more' : 'all'}`,
    );
}

const mostRejects = 100_000;

function readCount(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= mostRejects) return value;
  throw new InvalidArgumentError('Give a whole number from 1 to 100000.');
}

function describe({
  workspace,
  build,
  steps,
  sources,
  jobs,
  workers,
  models,
  spend,
}: Overview): string {
  const lines = [`workspace ${workspace}`];
  if (!build) lines.push('nothing was built yet: ./spinemed build');
  else {
    const why = build.error ? ` (${build.error})` : '';
    lines.push(`recipe ${build.recipe}: ${build.state}${why}, started ${build.startedAt}`, '');
    lines.push(
      table(
        ['stage', 'in', 'out', 'rejects', 'waiting', 'made'],
        steps.map(s => [`${s.stage} v${s.version}`, s.in, s.out, s.rejects, s.waiting, s.made]),
      ),
      '',
    );
    for (const step of steps) {
      for (const [reason, count] of Object.entries(step.reasons)) {
        lines.push(`${step.stage} rejected ${count}: ${reason}`);
      }
      if (step.held > 0)
        lines.push(`${step.stage} holds back ${step.held}: they wait for de-identification`);
    }
  }
  const cap = spend.capUsd === null ? 'no cap' : `cap ${spend.capUsd.toFixed(2)} USD`;
  lines.push(
    `sources: ${sources.public} public, ${sources.licensed} licensed, ${sources.clinical} clinical`,
    `jobs: ${jobs.running} running, ${jobs.waiting} waiting, ${jobs.stopped} stopped`,
    `workers: ${workers.map(w => `${w.host}:${w.pid} (${w.slots})`).join(', ') || 'none'}`,
    `spend: ${spend.usd.toFixed(2)} USD in ${spend.calls} model calls${unpricedOf(spend)}, ${cap}${countedOf(spend)}`,
  );
  if (models.length > 0) lines.push('', modelTable(models));
  return lines.join('\n');
}

/** Where the cap is held against more than what is known to have been spent. */
function countedOf({ usd, countedUsd, capUsd }: Overview['spend']): string {
  if (capUsd === null || countedUsd - usd < 0.005) return '';
  return ` (${countedUsd.toFixed(2)} USD count against it, with what may have been charged)`;
}

/** What nobody knows the price of is said, never counted as free. */
function unpricedOf({ unpriced }: { unpriced: number }): string {
  return unpriced > 0 ? ` (${unpriced} of unknown price not counted)` : '';
}

function modelTable(models: Overview['models']): string {
  return table(
    ['model', 'under way', 'answered', 'from log', 'lost', 'rejected', 'refused', 'USD'],
    models.map(m => [
      m.offline ? `${m.pool} (classical methods, no model)` : `${m.pool} (${m.egress})`,
      m.inFlight,
      m.answered,
      m.fromLog,
      m.lost,
      m.rejected,
      m.refused,
      `${m.usd.toFixed(2)}${m.unpriced > 0 ? ' + unknown' : ''}${m.pausedUntil ? ', asked for quiet' : ''}`,
    ]),
  );
}
