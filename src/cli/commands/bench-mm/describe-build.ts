import { type Built, blindShare, isFarAboveChance } from '../../../benchmark/index.ts';
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
    ...describeBlind(built),
    '',
    `${built.items} items in ${folder}, ${built.sub} of them in SpineBench-Sub`,
    `embedder: ${embedder ? `${embedder.name}${embedder.offline ? ` (${embedder.method}: a classical method)` : ''}` : 'none was needed'}`,
    `RSNA counts as disease: ${settings.severity}`,
    ...(settings.healthyOptions === 'like-the-ill'
      ? ["options of Healthy: as of somebody ill in the dataset, which is not the paper's way"]
      : []),
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
      ...['dataset', 'kind', 'items', 'sub', 'printed', 'chance', 'blind'],
      ...shown.map(({ abbreviation, en }) => abbreviation ?? en),
    ],
    rows.map(({ dataset, kind, items, sub, printed, blind, byDisease }, at) => [
      ...[dataset, kind, items, sub],
      // Of the dataset as a whole, and so said once.
      rows[at - 1]?.dataset === dataset ? '' : (printed ?? ''),
      ...[percent(blind.chance), percent(blindShare(blind))],
      ...shown.map(({ id }) => byDisease[id] ?? 0),
    ]),
  );
}

function describeBlind({ table: rows, blind, settings }: Built): string[] {
  const far = rows.filter(({ blind: of }) => isFarAboveChance(of));
  const named = far.map(({ dataset, kind, blind: of }) => {
    const byTruth = of.truth === blindShare(of) ? ', by the most frequent answer alone' : '';
    return `${dataset} ${kind} ${percent(blindShare(of))}${byTruth}`;
  });
  const isRemedied = settings.healthyOptions === 'like-the-ill';
  const remedy = isRemedied ? '' : ' --healthy-options like-the-ill takes away part of it.';
  return [
    `blind: answered rightly by who sees no picture; of all diagnoses together ${percent(blindShare(blind))} (chance ${percent(blind.chance)})`,
    ...(named.length > 0
      ? [
          `Beware, far above chance without a picture: ${named.join('; ')}. Hold scores against it.${remedy}`,
        ]
      : []),
  ];
}

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
