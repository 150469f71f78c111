import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { AnswerLine, BenchmarkItem } from '../../contracts/benchmark/index.ts';
import { type RunOfReport, readRunOfReport, type Told } from '../reports/run-of-report.ts';
import { openItems } from '../run/open-items.ts';
import { pictureFile } from '../run/picture-files.ts';

/** A run in the shape of Inspect's JSON log, for whoever reads runs with its tools. Samples are
 *  written one by one. Pictures are named by their paths. */
export async function writeInspectLog(folder: string, out: string): Promise<number> {
  const run = await readRunOfReport(folder);
  const items = await openItems(folder);
  const part = `${out}.part-${process.pid}`;
  const file = createWriteStream(part, { mode: 0o600 });
  file.on('error', () => {});
  try {
    const head = JSON.stringify({ ...headOf(run), samples: [] });
    file.write(head.slice(0, -2));
    for (const place of items.ids.keys()) {
      const item = await items.get(place);
      const sample = sampleOf(run, item, run.told.get(item.id)!);
      file.write(`${place === 0 ? '' : ','}${JSON.stringify(sample)}`);
      if (file.writableNeedDrain) await new Promise(resolve => file.once('drain', resolve));
    }
    await finished(file.end(']}\n'));
    await rename(part, out);
    return items.ids.length;
  } catch (error) {
    file.destroy();
    await rm(part, { force: true });
    throw error;
  } finally {
    await items.close();
  }
}

function headOf({ run, scores, folder }: RunOfReport) {
  const { model, benchmark, startedAt, software } = run;
  const id = benchmark.sha256.slice(0, 22);
  const metric = (name: string, value: number | null) => ({
    [name]: { name, value: value ?? 0, params: {}, metadata: {} },
  });
  return {
    version: 2,
    status: scores.complete ? 'success' : 'cancelled',
    eval: {
      run_id: id,
      created: startedAt,
      task: benchmark.name,
      task_id: id,
      task_version: 0,
      task_attribs: {},
      task_args: {},
      model: `${model.provider}/${model.model}`,
      model_base_url: model.baseUrl,
      model_args: {},
      dataset: {
        name: benchmark.name,
        location: benchmark.file,
        samples: benchmark.items,
        shuffled: false,
      },
      config: { epochs: run.repeats },
      packages: { [software.name]: software.version },
      metadata: { folder, benchmark_sha256: benchmark.sha256, prompts: run.prompts },
    },
    plan: { name: 'plan', steps: [], config: { ...model.parameters } },
    results: {
      total_samples: benchmark.items,
      completed_samples: Math.round((scores.coverage ?? 0) * benchmark.items),
      scores: [
        {
          name: 'choice',
          scorer: 'spinemed',
          params: {},
          metrics: metric('accuracy', share(scores.qaAverage)),
        },
        ...(scores.parts.report
          ? [
              {
                name: 'report',
                scorer: 'spinemed',
                params: { judges: run.judges.map(({ name }) => name) },
                metrics: metric('mean', share(scores.parts.report.score)),
              },
            ]
          : []),
      ],
    },
    stats: { started_at: startedAt, completed_at: startedAt, model_usage: {} },
  };
}

const share = (percent: number | null): number | null => (percent === null ? null : percent / 100);

function sampleOf({ run, folder }: RunOfReport, item: BenchmarkItem, told: Told) {
  const { answer } = told;
  const letters = Object.keys(item.options);
  const folders = { benchmark: run.benchmark.folder, run: folder };
  const content = [
    ...(item.case ? [{ type: 'text', text: item.case }] : []),
    { type: 'text', text: item.question },
    ...item.images.map(image => ({ type: 'image', image: pictureFile(folders, image) })),
  ];
  const completion = answer?.text ?? '';
  const said = { role: 'assistant', content: completion, source: 'generate', model: answer?.model };
  return {
    id: item.id,
    epoch: 1,
    input: [{ role: 'user', content }],
    ...(letters.length > 0 ? { choices: letters.map(letter => item.options[letter]) } : {}),
    target: item.task === 'report' ? '' : item.answer.length === 1 ? item.answer[0] : item.answer,
    messages: [{ role: 'user', content }, ...(answer ? [said] : [])],
    output: {
      model: answer?.modelId ?? run.model.model,
      choices: answer ? [{ message: said, stop_reason: stops[answer.finish ?? 'other'] }] : [],
      completion,
      ...(answer ? { usage: usageOf(answer), time: answer.latencyMs / 1000 } : {}),
    },
    scores: scoresOf(item, told),
    metadata: {
      task: item.task,
      language: item.language,
      source: item.source,
      subspecialty: item.subspecialty,
      modality: item.modality,
      levels: item.levels,
      group: item.group,
      state: told.state,
    },
    store: {},
    events: [],
    model_usage: {},
  };
}

const stops = {
  stop: 'stop',
  length: 'max_tokens',
  refused: 'content_filter',
  other: 'unknown',
} as const;

function usageOf({ tokens }: AnswerLine) {
  const { input, output } = tokens;
  return {
    input_tokens: input ?? 0,
    output_tokens: output ?? 0,
    total_tokens: (input ?? 0) + (output ?? 0),
  };
}

/** What has no answer or no judgement has no score: a hole is not a wrong answer. */
function scoresOf(item: BenchmarkItem, { state, letters, judgements }: Told) {
  if (state === 'missing' || state === 'unscored') return {};
  if (item.task !== 'report') {
    const value = state === 'right' ? 'C' : 'I';
    return { choice: { value, answer: letters.join(''), explanation: state, metadata: {} } };
  }
  const scores = judgements.flatMap(each => (each.scores ? [each.scores] : []));
  const dimensions = Object.keys(scores[0] ?? {});
  const means = Object.fromEntries(
    dimensions.map(name => [name, scores.reduce((sum, of) => sum + of[name]!, 0) / scores.length]),
  );
  return { report: { value: means, answer: null, explanation: null, metadata: {} } };
}
