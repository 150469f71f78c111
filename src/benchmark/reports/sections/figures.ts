import { scoredDimensions } from '../../../spine/index.ts';
import { colourAt, colourScale } from '../charts/colours.ts';
import { radar } from '../charts/radar.ts';
import { renderChart } from '../charts/render-chart.ts';
import { both, type Html, html } from '../html.ts';
import type { RunOfReport } from '../run-of-report.ts';

const figure = (chart: Html, en: string, zh: string) =>
  html`<figure>${chart}<figcaption>${both(en, zh)}</figcaption></figure>`;

const colourOf = (runs: readonly RunOfReport[]) => ({
  field: 'model',
  type: 'nominal' as const,
  title: null,
  scale: colourScale(runs.map(({ name }) => name)),
});

/** The ten dimensions as a radar, and the parts as bars with their intervals. */
export async function overview(runs: readonly RunOfReport[]): Promise<Html> {
  const parts = runs.flatMap(({ name, scores }) =>
    (['text', 'image', 'report'] as const).flatMap(part => {
      const of = scores.parts[part];
      if (!of) return [];
      const value = 'accuracy' in of ? of.accuracy : of.score;
      if (value === null) return [];
      const [low, high] = of.interval ?? [value, value];
      return [{ model: name, part, value, low, high }];
    }),
  );
  const axis = { scale: { domain: [0, 100] }, title: null };
  const bars = await renderChart({
    data: { values: parts },
    width: { step: 26 },
    height: 260,
    encoding: {
      x: {
        field: 'part',
        type: 'nominal',
        title: null,
        sort: ['text', 'image', 'report'],
        axis: { labelAngle: 0 },
      },
      xOffset: { field: 'model', type: 'nominal', sort: runs.map(({ name }) => name) },
    },
    layer: [
      {
        mark: 'bar',
        encoding: {
          y: { field: 'value', type: 'quantitative', ...axis },
          color: colourOf(runs),
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 1.5 },
        encoding: {
          y: { field: 'low', type: 'quantitative' },
          y2: { field: 'high' },
          color: { value: '#1b2430' },
        },
      },
    ],
  });
  const judged = runs.filter(({ scores }) => (scores.parts.report?.scored ?? 0) > 0);
  const wheel =
    judged.length > 0 &&
    figure(
      radar(
        scoredDimensions.map(({ en }) => ({ label: en })),
        judged.map(({ name, scores }) => ({
          name,
          colour: colourAt(runs.findIndex(run => run.name === name)),
          values: scoredDimensions.map(({ id }) => scores.parts.report!.dimensions[id] ?? null),
        })),
        { least: 1, most: 5 },
      ),
      'Reports: the ten dimensions, 1 to 5.',
      '报告：十个维度，1 至 5 分。',
    );
  return html`<div class="figures">${figure(
    bars,
    'The parts, 0 to 100, with 95 % intervals.',
    '各部分，0 至 100 分，附 95 % 区间。',
  )}${wheel}</div>`;
}

/** Accuracy by sub-specialty, source, modality and the rest, a dot a model. */
export async function breakdowns(runs: readonly RunOfReport[]): Promise<Html> {
  const names = Object.keys(runs[0]!.scores.breakdowns).filter(name => name !== 'task');
  const charts: Html[] = [];
  for (const name of names) {
    const values = runs.flatMap(({ name: model, scores }) =>
      Object.entries(scores.breakdowns[name] ?? {}).flatMap(([cell, { accuracy, interval, n }]) =>
        accuracy === null
          ? []
          : [
              {
                model,
                cell: `${cell} (${n})`,
                accuracy,
                low: interval?.[0] ?? accuracy,
                high: interval?.[1] ?? accuracy,
              },
            ],
      ),
    );
    if (new Set(values.map(({ cell }) => cell)).size < 2) continue;
    const chart = await renderChart({
      data: { values },
      width: 420,
      height: { step: 20 },
      encoding: {
        y: { field: 'cell', type: 'nominal', title: null, sort: null, axis: { labelLimit: 260 } },
        yOffset: { field: 'model', type: 'nominal', sort: runs.map(({ name }) => name) },
        color: colourOf(runs),
      },
      layer: [
        {
          mark: { type: 'rule', opacity: 0.5 },
          encoding: {
            x: { field: 'low', type: 'quantitative', title: null, scale: { domain: [0, 100] } },
            x2: { field: 'high' },
          },
        },
        {
          mark: { type: 'point', filled: true, size: 60 },
          encoding: { x: { field: 'accuracy', type: 'quantitative' } },
        },
      ],
    });
    const [en, zh] = titles[name] ?? [name, name];
    charts.push(figure(chart, en, zh));
  }
  return html`<div class="figures">${charts}</div>`;
}

const titles: Record<string, [string, string]> = {
  subspecialty: ['Accuracy by sub-specialty (number of answers).', '按亚专科的正确率（回答数）。'],
  source: ['By source.', '按来源。'],
  modality: ['By modality.', '按检查方式。'],
  language: ['By language.', '按语言。'],
  region: ['By region of the spine.', '按脊柱区域。'],
  pictures: ['By number of pictures.', '按图像数量。'],
  kind: ['By what is asked.', '按问题类型。'],
  dataset: ['By dataset.', '按数据集。'],
  disease: ['By disease of the picture.', '按图像所示疾病。'],
};

/** How long the answers are: a long answer is no better one, and costs. */
export async function lengths(runs: readonly RunOfReport[]): Promise<Html> {
  const values = runs.flatMap(({ name, outputTokens }) =>
    outputTokens.map(tokens => ({ model: name, tokens })),
  );
  if (values.length === 0)
    return html`<p class="note">${both('No server told how many tokens it wrote.', '服务器未报告输出长度。')}</p>`;
  const chart = await renderChart({
    data: { values },
    width: 620,
    height: 180,
    mark: { type: 'area', interpolate: 'step', opacity: 0.35, line: true },
    encoding: {
      x: { field: 'tokens', type: 'quantitative', bin: { maxbins: 50 }, title: 'output tokens' },
      y: { aggregate: 'count', type: 'quantitative', title: null, stack: null },
      color: colourOf(runs),
    },
  });
  return figure(chart, 'Length of the answers, in tokens.', '回答长度（token）。');
}
