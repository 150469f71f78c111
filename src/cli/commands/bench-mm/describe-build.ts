import type { Built } from '../../../benchmark/index.ts';
import { diseases } from '../../../spine/index.ts';
import { table } from '../../table.ts';

export function describeBuild(built: Built, folder: string): string {
  const { books, embedder, settings, withFewerOptions } = built;
  const lines = [
    table(
      ['', 'in', 'out', 'rejects', 'reasons'],
      books.map(({ stage, reasons, ...book }) => [
        ...[stage, book.in, book.out, book.rejects],
        Object.entries(reasons)
          .map(([reason, count]) => `${reason} ${count}`)
          .join(', '),
      ]),
    ),
    '',
    itemTable(built),
    '',
    `${built.items} items in ${folder}, ${built.sub} of them in SpineBench-Sub`,
    `embedder: ${embedder ? `${embedder.name}${embedder.offline ? ` (${embedder.method}: a classical method)` : ''}` : 'none was needed'}`,
    `RSNA counts as disease: ${settings.severity}`,
    'printed: what the paper says it took of the dataset; it does not say of what',
  ];
  const taken = books[0]?.reasons['number-taken'] ?? 0;
  if (taken > 0)
    lines.push(
      `${taken} cases have a number that a case from another folder had before, and are left out: collect their dataset into a workspace of its own`,
    );
  if (withFewerOptions > 0)
    lines.push(
      `${withFewerOptions} items have fewer than five options: too few diseases are there`,
    );
  return lines.join('\n');
}

function itemTable({ table: rows }: Built): string {
  const shown = diseases.filter(({ id }) => rows.some(({ byDisease }) => byDisease[id]));
  return table(
    [
      ...['dataset', 'kind', 'items', 'sub', 'printed'],
      ...shown.map(({ abbreviation, en }) => abbreviation ?? en),
    ],
    rows.map(({ dataset, kind, items, sub, printed, byDisease }) => [
      ...[dataset, kind, items, sub, printed ?? ''],
      ...shown.map(({ id }) => byDisease[id] ?? 0),
    ]),
  );
}
