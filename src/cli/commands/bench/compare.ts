import type { Command } from 'commander';
import type { RunComparison } from '../../../benchmark/index.ts';
import { print, printJson } from '../../print.ts';
import { table } from '../../table.ts';

const shown = 20;

export function compare(group: Command): void {
  group
    .command('compare')
    .argument('<a>', "a run's folder")
    .argument('<b>', "another run's folder, of the same benchmark")
    .option('--json', 'as JSON', false)
    .description('Two runs on the same items: paired tests, and the questions that flipped.')
    .addHelpText('after', '\nExample:  ./spinemed bench compare runs/gpt-4o runs/spinegpt')
    .action(async (first: string, second: string, { json }: { json: boolean }) => {
      const { compareRuns } = await import('../../../benchmark/index.ts');
      const comparison = await compareRuns(first, second);
      if (json) printJson(comparison);
      else print(describe(comparison));
    });
}

function describe(comparison: RunComparison): string {
  const { benchmark, items, parts, total, unpaired } = comparison;
  const rows = (['text', 'image', 'report'] as const).flatMap(name => {
    const part = parts[name];
    if (!part) return [];
    const { difference, mcnemar, mcnemarAdjustedP, adjustedP, n, power } = part;
    const { first, second, value, interval } = difference;
    const only = mcnemar ? `${mcnemar.onlyFirst} / ${mcnemar.onlySecond}` : '';
    return [
      [name, n, points(first), points(second), points(value), range(interval)].concat([
        probability(adjustedP),
        mcnemar ? probability(mcnemarAdjustedP) : '',
        only,
        power.items ?? '-',
      ]),
    ];
  });
  if (total) {
    const { first, second, value, interval, p } = total;
    rows.push([
      ...['total', '', points(first), points(second), points(value), range(interval)],
      ...[probability(p), '', '', ''],
    ]);
  }
  const head = [
    ...['part', 'n', comparison.first, comparison.second, 'difference', '95 % interval'],
    ...['p (bootstrap)', 'p (McNemar)', 'only one right', 'items needed'],
  ];
  return [
    `${benchmark}, ${items} items; p of the parts corrected for being several (Holm)`,
    table(
      head,
      rows.map(row => row.map(String)),
    ),
    ...(unpaired > 0 ? [`${unpaired} answers were left out: one of the two has none.`] : []),
    ...comparison.notes.map(({ en }) => en),
    ...flipped(comparison),
  ].join('\n');
}

function flipped({ parts, first, second }: RunComparison): string[] {
  const of = (side: 'onlyFirst' | 'onlySecond') =>
    [parts.text, parts.image].flatMap(part => part?.flipped[side] ?? []);
  const line = (name: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [
          `only ${name} right: ${ids.slice(0, shown).join(', ')}${ids.length > shown ? ` and ${ids.length - shown} more (--json has all)` : ''}`,
        ];
  return [...line(first, of('onlyFirst')), ...line(second, of('onlySecond'))];
}

const points = (value: number): string => value.toFixed(2);
const range = (interval: readonly [number, number] | null): string =>
  interval === null ? '-' : `${points(interval[0])} to ${points(interval[1])}`;
const probability = (p: number | null): string =>
  p === null ? '-' : p < 0.0001 ? '< 0.0001' : p.toFixed(4);
