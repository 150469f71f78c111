import { showPrinted } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import { type Cell, type Grid, TABLE, type Tables } from '../reading/tables.ts';
import { accuracyRows } from './accuracy-rows.ts';
import type { Rule } from './rule.ts';

type Limit = { low: number; high: number; whole: boolean; words: string };
type Checked = { table: string; row: string; field: string; cell: Cell; limit: Limit };

const percent: Limit = { low: 0, high: 100, whole: false, words: 'from 0 to 100' };
const points: Limit = { low: 1, high: 5, whole: false, words: 'from 1 to 5 points' };
const count: Limit = { low: 0, high: Infinity, whole: true, words: 'a whole number, 0 or more' };

/** Figures that cannot stand alone, whatever the others say. Only these are reported. */
export const checkLimits: Rule = ({ tables }) =>
  allFigures(tables).flatMap(({ table, row, field, cell, limit }): Finding[] => {
    if (!cell) return [];
    const { value } = cell;
    const possible = value >= limit.low && value <= limit.high;
    if (possible && (!limit.whole || Number.isInteger(value))) return [];
    return [
      {
        table,
        row,
        field,
        printed: value,
        recomputed: null,
        rule: 'limits',
        verdict: 'inconsistent',
        explanation: `${showPrinted(cell)} is not ${limit.words}.`,
      },
    ];
  });

function allFigures(tables: Tables): Checked[] {
  const { results, dimensions, compliance, shares, imageBenchmark } = tables;
  return [
    ...[tables.sources, tables.tasks].flatMap(grid => (grid ? gridFigures(grid) : [])),
    ...accuracyRows(tables).flatMap(row => [
      { table: row.table, row: row.label, field: 'text', cell: row.text, limit: percent },
      { table: row.table, row: row.label, field: 'image', cell: row.image, limit: percent },
      {
        table: row.table,
        row: row.label,
        field: row.averageField,
        cell: row.average,
        limit: percent,
      },
    ]),
    ...results.flatMap(row => [
      ...[...row.sections].map(([section, cell]) => ({
        table: TABLE.results,
        row: row.label,
        field: `sections.${section}`,
        cell,
        limit: points,
      })),
      {
        table: TABLE.results,
        row: row.label,
        field: 'report_sum',
        cell: row.reportScore,
        limit: percent,
      },
      { table: TABLE.results, row: row.label, field: 'average', cell: row.average, limit: percent },
    ]),
    ...(dimensions?.rows ?? []).flatMap(row =>
      [...row.scores].map(([field, cell]) => ({
        table: TABLE.dimensions,
        row: row.label,
        field,
        cell,
        limit: points,
      })),
    ),
    ...compliance.map(({ label, scale }) => ({
      table: TABLE.compliance,
      row: label,
      field: 'scale',
      cell: scale,
      limit: count,
    })),
    ...shares.flatMap(({ table, rows, total }) =>
      [...rows, ...(total ? [total] : [])].flatMap(row => [
        { table, row: row.label, field: 'count', cell: row.count, limit: count },
        { table, row: row.label, field: 'percent', cell: row.percent, limit: percent },
      ]),
    ),
    ...(imageBenchmark?.datasets ?? []).map(row => ({
      table: TABLE.imageBenchmark,
      row: row.label,
      field: 'count',
      cell: row.count,
      limit: count,
    })),
  ];
}

function gridFigures({ table, columns, rows }: Grid): Checked[] {
  return rows.flatMap(({ name, cells }) =>
    columns.map((field, at) => ({
      table,
      row: name,
      field,
      cell: cells[at] ?? null,
      limit: count,
    })),
  );
}
