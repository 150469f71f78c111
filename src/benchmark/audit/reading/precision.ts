import type { Printed } from '../figures/printed.ts';
import type { Figure } from './figure.ts';

type Column = (Figure | null)[];

/** Gives each figure the last digit of its column: the most digits any figure there has. A lone
 *  figure may have lost a closing zero in JSON, so it looks at the columns printed beside it. */
export function printColumns(columns: Column[]): (Printed | null)[][] {
  const most = (column: Column) =>
    column.reduce((digits, figure) => Math.max(digits, figure?.decimals ?? 0), 0);
  const family = columns.reduce((digits, column) => Math.max(digits, most(column)), 0);
  return columns.map(column => {
    const alone = column.filter(figure => figure !== null).length < 2;
    const decimals = Math.min(12, alone ? family : most(column));
    return column.map(figure => figure && toPrinted(figure, decimals));
  });
}

function toPrinted(figure: Figure, columnDecimals: number): Printed {
  const decimals = figure.exactDecimals ? Math.min(12, figure.decimals) : columnDecimals;
  return { value: figure.value, unit: 10 ** -decimals };
}
