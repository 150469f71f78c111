import type { DetailedScores } from '../../../contracts/benchmark/index.ts';
import { both, type Html, html } from '../html.ts';
import type { RunOfReport } from '../run-of-report.ts';

type Cell = NonNullable<DetailedScores['tasks']['mcq-multi']> | DetailedScores['tasks']['mcq'];

/** Questions with one right option apart from those with several, where a benchmark has both kinds:
 *  diagnosis and localisation of the second SpineBench. */
export function taskTable(runs: readonly RunOfReport[]): Html | null {
  if (!runs.some(({ scores }) => scores.tasks['mcq-multi'])) return null;
  const rows = runs.flatMap(({ name, scores }) => [
    rowOf(name, both('one right option', '单选'), scores.tasks.mcq),
    rowOf(name, both('several right options', '多选'), scores.tasks['mcq-multi']),
  ]);
  return html`<h2>${both('Tasks', '任务')}</h2><div class="scroll"><table><thead><tr><th>${both('Model', '模型')}</th><th>${both('Task', '任务')}</th>${[
    both('Answers', '回答'),
    both('All right', '完全正确'),
    both('Accuracy', '正确率'),
    both('Precision', '精确率'),
    both('Recall', '召回率'),
    both('F1', 'F1'),
    both('Unparseable', '无法读出'),
  ].map(
    head => html`<th class="number">${head}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div><p class="note">${both(
    'Accuracy of several options asks for exactly the right ones; precision, recall and F1 are means over the items.',
    '多选的正确率要求选项完全一致；精确率、召回率和 F1 为各题的平均。',
  )}</p>`;
}

function rowOf(name: string, task: Html, cell: Cell): Html {
  if (!cell) return html``;
  const rates = 'precision' in cell ? [cell.precision, cell.recall, cell.f1] : [null, null, null];
  const numbers = [cell.accuracy, ...rates].map(rate => rate?.toFixed(2) ?? '–');
  const interval = cell.interval && `${cell.interval.map(end => end.toFixed(1)).join(' – ')}`;
  return html`<tr><td>${name}</td><td>${task}</td><td class="number">${cell.answered} / ${cell.n}</td><td class="number">${cell.right}</td><td class="number">${numbers[0]}<div class="soft">${interval}</div></td>${numbers.slice(1).map(number => html`<td class="number">${number}</td>`)}<td class="number">${cell.unparseable}</td></tr>`;
}
