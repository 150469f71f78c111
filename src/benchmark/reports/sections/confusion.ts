import type { Confusion } from '../../../contracts/benchmark/index.ts';
import { type Disease, diseases, findDisease } from '../../../spine/index.ts';
import type { ScoredItem } from '../../scoring/index.ts';
import { both, type Html, html } from '../html.ts';
import type { RunOfReport } from '../run-of-report.ts';

/** Rows are what was right, columns what was said; the diagonal is agreement. */
export function confusionTable(
  rows: readonly string[],
  columns: readonly string[],
  countOf: (row: string, column: string) => number,
): Html {
  const largest = Math.max(1, ...rows.flatMap(row => columns.map(column => countOf(row, column))));
  return html`<div class="scroll"><table class="heat"><thead><tr><th class="soft">${both('right ↓ said →', '正确 ↓ 回答 →')}</th>${columns.map(name => html`<th>${name}</th>`)}</tr></thead><tbody>${rows.map(
    row =>
      html`<tr><th>${row}</th>${columns.map(column => {
        const count = countOf(row, column);
        const share = Math.sqrt(count / largest);
        const hue = row === column ? '26,127,75' : '179,38,30';
        return html`<td style="background:rgba(${hue},${(share * 0.75).toFixed(2)})">${count === 0 ? '' : count}</td>`;
      })}</tr>`,
  )}</tbody></table></div>`;
}

export function levelConfusion(run: RunOfReport): Html | null {
  const { items } = run.scores.levels;
  if (!items || items.n === 0) return null;
  const { confusion, exact, offByOne, none, invented, side } = items;
  const names = (of: Confusion) => [
    ...new Set([...Object.keys(of), ...Object.values(of).flatMap(row => Object.keys(row))]),
  ];
  const all = names(confusion).sort(byPlace);
  return html`<h3>${run.name}</h3><p class="note">${both(
    `${items.n} answers to questions whose right option names levels: ${exact.percent?.toFixed(1) ?? '–'} % exact, ${offByOne.percent?.toFixed(1) ?? '–'} % one level off, ${none} named none; ${invented} levels said where none was right. Sides: ${side.right} of ${side.n} right, ${side.wrong} wrong.`,
    `${items.n} 个回答所对应的正确选项含节段：完全一致 ${exact.percent?.toFixed(1) ?? '–'} %，相差一个节段 ${offByOne.percent?.toFixed(1) ?? '–'} %，未说节段 ${none}；不应有节段却说出 ${invented}。侧别：${side.n} 中 ${side.right} 正确，${side.wrong} 错误。`,
  )}</p>${confusionTable(all, all, (row, column) => confusion[row]?.[column] ?? 0)}`;
}

const regions = 'CTLS';

function byPlace(a: string, b: string): number {
  const key = (name: string) => {
    const [, region = '', number = '0'] = /^([CTLS])(\d+)/.exec(name) ?? [];
    return region === '' ? 1e6 : regions.indexOf(region) * 100 + Number(number);
  };
  return key(a) - key(b) || a.localeCompare(b);
}

const shortName = ({ abbreviation, en }: Disease): string => abbreviation ?? en;

/** Disease against disease, Healthy included, where the options are those of the second
 *  benchmark. */
export function diseaseConfusion(run: RunOfReport, items: readonly ScoredItem[]): Html | null {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const item of items) {
    if (item.task !== 'mcq') continue;
    const nameOf = (letter: string | undefined) => {
      const disease = letter === undefined ? null : findDisease(item.options[letter] ?? '');
      return disease ? shortName(disease) : undefined;
    };
    const truth = nameOf(item.answer[0]);
    if (truth === undefined) continue;
    for (const { state, letters } of run.told.get(item.id) ?? []) {
      if (state === 'missing') continue;
      const said = nameOf(letters[0]) ?? '?';
      seen.add(truth).add(said);
      const key = `${truth} ${said}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return null;
  const order = [...diseases.map(shortName), '?'];
  const names = order.filter(name => seen.has(name));
  const rows = names.filter(name => name !== '?');
  return html`<h3>${run.name}</h3>${confusionTable(rows, names, (row, column) => counts.get(`${row} ${column}`) ?? 0)}`;
}
