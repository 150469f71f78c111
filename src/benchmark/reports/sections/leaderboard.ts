import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { auditTables, publishedTables } from '../../audit/index.ts';
import { both, type Html, html } from '../html.ts';
import type { RunOfReport } from '../run-of-report.ts';

const printedSchema = z.looseObject({
  table6_results: z.array(
    z.looseObject({
      model: z.string(),
      text: z.number().nullable(),
      image: z.number().nullable(),
      qa_average: z.number().nullable(),
      report_sum: z.number().nullable(),
      average: z.number().nullable(),
    }),
  ),
});

/** The runs by their totals, and under them what the paper prints, marked where it does not
 *  follow from itself. */
export function leaderboard(runs: readonly RunOfReport[], withPrinted: boolean): Html {
  const printed = withPrinted && !runs.some(isSecondBenchmark) ? printedRows() : undefined;
  const sorted = [...runs].sort((a, b) => (b.scores.total ?? -1) - (a.scores.total ?? -1));
  return html`<div class="scroll"><table><thead><tr><th>${both('Model', '模型')}</th>${[
    both('Text', '文本题'),
    both('Picture', '图像题'),
    both('Questions', '题目平均'),
    both('Reports', '报告'),
    both('Total', '总分'),
    both('Coverage', '覆盖率'),
  ].map(name => html`<th class="number">${name}</th>`)}</tr></thead><tbody>${sorted.map(ownRow)}${
    printed?.rows ?? []
  }</tbody></table></div>${
    printed &&
    html`<p class="note">${both(
      'Grey rows are figures as the paper prints them, for another set of items: they are not results of this program. A marked figure does not follow from the others of its row:',
      '灰色行为论文中印出的数字，对应的题目不同，并非本程序的结果。带标记的数字与同一行其他数字不符，原因（英文）如下：',
    )}</p><ol class="soft" lang="en" translate="no">${printed.reasons.map(reason => html`<li>${reason}</li>`)}</ol>`
  }`;
}

/** The paper's table is of the first SpineBench: beside the second it would mislead. */
const isSecondBenchmark = ({ run }: RunOfReport) => run.benchmark.name.startsWith('spinebench-mm');

function ownRow({ name, scores, run }: RunOfReport): Html {
  const { text, image, report } = scores.parts;
  const judges = scores.judges.filter(() => report !== null);
  return html`<tr><td><b>${name}</b>${
    scores.method &&
    html`<span class="badge" title="${scores.method}">${both('classical method', '经典方法')}</span>`
  }${judges.map(
    judge =>
      html`<div class="soft">${both('judged by', '评分者')} ${judge.name}${judge.judgements < judge.of && ` (${judge.judgements} / ${judge.of})`}${
        judge.method &&
        html`<span class="badge" title="${judge.method}">${both('classical method', '经典方法')}</span>`
      }</div>`,
  )}${run.repeats > 1 && html`<div class="soft">× ${run.repeats}</div>`}</td>${figure(text?.accuracy, text?.interval, text && `${text.right} / ${text.answered}`)}${figure(image?.accuracy, image?.interval, image && `${image.right} / ${image.answered}`)}${figure(scores.qaAverage, null, null)}${figure(report?.score, report?.interval, report && `${report.scored} / ${report.n}`)}${figure(scores.total, scores.totalResampled.interval, null)}<td class="number">${
    scores.coverage === null ? '–' : `${(scores.coverage * 100).toFixed(1)} %`
  }${!scores.complete && html`<span class="badge">${both('holes', '有缺失')}</span>`}</td></tr>`;
}

function figure(
  value: number | null | undefined,
  interval: readonly [number, number] | null | undefined,
  counts: string | null | undefined,
): Html {
  if (value === null || value === undefined) return html`<td class="number">–</td>`;
  return html`<td class="number"><b>${value.toFixed(2)}</b>${
    interval && html`<div class="soft">${interval[0].toFixed(1)} – ${interval[1].toFixed(1)}</div>`
  }${counts && html`<div class="soft">${counts}</div>`}</td>`;
}

function printedRows(): { rows: Html[]; reasons: string[] } {
  const tables: unknown = JSON.parse(readFileSync(publishedTables, 'utf8'));
  const { findings } = auditTables(tables);
  const off = findings.filter(({ verdict }) => verdict === 'inconsistent');
  const reasons: string[] = [];
  const rows = printedSchema.parse(tables).table6_results.map(row => {
    const marks = off.filter(finding => finding.row === row.model);
    const cell = (value: number | null, field: string) => {
      const mark = marks.find(finding => finding.field === field);
      return html`<td class="number">${value === null ? '–' : value.toFixed(2)}${
        mark && html`<span class="mark"> ≠<sup>${reasons.push(mark.explanation)}</sup></span>`
      }</td>`;
    };
    return html`<tr class="printed"><td>${row.model} <span class="badge">${both('as printed', '论文印出')}</span></td>${cell(row.text, 'text')}${cell(row.image, 'image')}${cell(row.qa_average, 'qa_average')}${cell(row.report_sum, 'report_sum')}${cell(row.average, 'average')}<td></td></tr>`;
  });
  return { rows, reasons };
}
