import type { DetailedScores } from '../../contracts/benchmark/index.ts';
import { levelsOfName } from '../../contracts/benchmark/index.ts';
import { regionOf, SPINAL_REGIONS } from '../../spine/levels/index.ts';
import { modalities } from '../../spine/modalities.ts';
import { sources } from '../../spine/sources.ts';
import { subspecialties } from '../../spine/subspecialties.ts';
import { languages } from '../../spine/term.ts';
import { choiceCell } from './choices/choice-cell.ts';
import { forCells, type Resampling } from './intervals/resample.ts';
import { reportCell } from './reports/report-cell.ts';
import type { ScoredItem } from './result.ts';
import type { Rows } from './rows.ts';

type Breakdown = {
  readonly name: string;
  /** Every cell there can be, in the order in which they are shown. */
  readonly cells: readonly string[];
  readonly cellsOf: (item: ScoredItem) => readonly string[];
};

/** Where an item says nothing. */
const NONE = 'none';
const MANY_PICTURES = 5;

/** An item with several modalities or regions counts in each, so their cells may sum to more than all. */
const breakdowns: readonly Breakdown[] = [
  {
    name: 'task',
    cells: ['mcq', 'mcq-multi', 'report'],
    cellsOf: ({ task }) => [task],
  },
  {
    name: 'subspecialty',
    cells: subspecialties.map(({ en }) => en),
    cellsOf: ({ subspecialty }) => (subspecialty === null ? [] : [subspecialty]),
  },
  { name: 'source', cells: sources.map(({ id }) => id), cellsOf: ({ source }) => [source] },
  {
    name: 'modality',
    cells: modalities.map(({ id }) => id),
    cellsOf: ({ modality }) => [...new Set(modality)],
  },
  { name: 'language', cells: languages, cellsOf: ({ language }) => [language] },
  { name: 'region', cells: SPINAL_REGIONS, cellsOf: regionsOf },
  {
    name: 'pictures',
    cells: ['0', '1', '2', '3', '4', `${MANY_PICTURES}+`],
    cellsOf: ({ images }) => [
      images.length < MANY_PICTURES ? String(images.length) : `${MANY_PICTURES}+`,
    ],
  },
];

/** In whatever words the benchmark has; left out where it has none. */
const inOwnWords = ['kind', 'dataset', 'disease'] as const;

function breakdownsOf(items: readonly ScoredItem[]): Breakdown[] {
  const own = inOwnWords.flatMap(name => {
    const cells = [...new Set(items.flatMap(item => item[name] ?? []))].sort();
    return cells.length === 0
      ? []
      : [{ name, cells, cellsOf: (item: ScoredItem) => [item[name] ?? []].flat() }];
  });
  return [...breakdowns, ...own];
}

/** The regions of the spine that the item's levels lie in: a disc L5/S1 lies in two. */
function regionsOf({ levels }: ScoredItem): string[] {
  return [...new Set(levels.flatMap(name => (levelsOfName(name) ?? []).map(regionOf)))];
}

export function breakDown(
  { choices, reports }: Rows,
  resampling: Resampling,
): Pick<DetailedScores, 'breakdowns' | 'reportBreakdowns'> {
  const ofCells = forCells(resampling);
  return {
    breakdowns: byCell(choices, choiceCell),
    reportBreakdowns: byCell(reports, rows => reportCell(rows, ofCells)),
  };
}

function byCell<Row extends { readonly item: ScoredItem }, Cell>(
  rows: readonly Row[],
  summarise: (rows: readonly Row[]) => Cell,
): Record<string, Record<string, Cell>> {
  return Object.fromEntries(
    breakdownsOf(rows.map(({ item }) => item)).map(({ name, cells, cellsOf }) => {
      const found = new Map<string, Row[]>([...cells, NONE].map(cell => [cell, []]));
      for (const row of rows) {
        const own = cellsOf(row.item);
        for (const cell of own.length === 0 ? [NONE] : own) found.get(cell)!.push(row);
      }
      const filled = [...found].filter(([, ofCell]) => ofCell.length > 0);
      return [name, Object.fromEntries(filled.map(([cell, of]) => [cell, summarise(of)]))];
    }),
  );
}
