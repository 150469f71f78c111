import { scoredDimensions } from '../../../spine/index.ts';
import { colourScale } from '../charts/colours.ts';
import { renderChart } from '../charts/render-chart.ts';
import { both, type Html, html } from '../html.ts';
import type { RunOfReport } from '../run-of-report.ts';

/** How the judges use their scale, and how far they lie apart on one report. */
export async function judges(runs: readonly RunOfReport[]): Promise<Html | null> {
  const values = runs.flatMap(({ name, came }) =>
    came.flatMap(({ judged }) =>
      judged.flatMap(({ judge, scores }) =>
        scoredDimensions.map(({ id, en }) => ({
          model: name,
          judge,
          dimension: en,
          score: scores[id],
        })),
      ),
    ),
  );
  if (values.length === 0) return null;
  const chart = await renderChart({
    data: { values },
    width: 420,
    height: { step: 22 },
    mark: { type: 'boxplot', extent: 'min-max', size: 9 },
    encoding: {
      x: { field: 'score', type: 'quantitative', scale: { domain: [1, 5] }, title: null },
      y: {
        field: 'dimension',
        type: 'nominal',
        title: null,
        sort: null,
        axis: { labelLimit: 220 },
      },
      yOffset: { field: 'judge', type: 'nominal' },
      color: {
        field: 'judge',
        type: 'nominal',
        title: null,
        scale: colourScale([...new Set(values.map(({ judge }) => judge))]),
      },
    },
  });
  const whole = values.filter(({ score }) => Number.isInteger(score)).length / values.length;
  const edge = values.filter(({ score }) => score === 5 || score === 1).length / values.length;
  return html`<div class="figures"><figure>${chart}<figcaption>${both(
    'Scores given, dimension by dimension: least, quartiles, most.',
    '各维度给出的分数：最低、四分位、最高。',
  )}</figcaption></figure><div>${runs.map(
    ({ name, scores }) =>
      html`<h3>${name}</h3><table><thead><tr><th>${both('Judge', '评分者')}</th><th class="number">${both('Reports', '报告')}</th><th class="number">${both('Judgements', '评分次数')}</th><th class="number">${both('Score', '得分')}</th></tr></thead><tbody>${scores.judges.map(
        judge =>
          html`<tr><td>${judge.name}</td><td class="number">${judge.judged}</td><td class="number">${judge.judgements} / ${judge.of}</td><td class="number">${judge.score?.toFixed(2) ?? '–'}</td></tr>`,
      )}</tbody></table>${
        scores.parts.report?.judgeSpread !== null &&
        scores.parts.report?.judgeSpread !== undefined &&
        html`<p class="note">${both(
          `Judgements of one report lie ${scores.parts.report.judgeSpread.toFixed(2)} points apart (standard deviation).`,
          `同一报告的多次评分相差 ${scores.parts.report.judgeSpread.toFixed(2)} 分（标准差）。`,
        )}</p>`
      }`,
  )}<p class="note">${both(
    `${(whole * 100).toFixed(0)} % of the scores are whole numbers and ${(edge * 100).toFixed(0)} % stand at an end of the scale. Whether a judge agrees with people shows bench agreement alone.`,
    `${(whole * 100).toFixed(0)} % 的分数为整数，${(edge * 100).toFixed(0)} % 位于量表两端。评分者与人是否一致，须用 bench agreement 检验。`,
  )}</p></div></div>`;
}
