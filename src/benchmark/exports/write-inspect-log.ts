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
    let samples = 0;
    for (const place of items.ids.keys()) {
      const item = await items.get(place);
      for (const [repeat, told] of run.told.get(item.id)!.entries()) {
        const sample = sampleOf(run, item, repeat, told);
        file.write(`${samples++ === 0 ? '' : ','}${JSON.stringify(sample)}`);
      }
      if (file.writableNeedDrain) await new Promise(resolve => file.once('drain', resolve));
    }
    await finished(file.end(']}\n'));
    await rename(part, out);
    return samples;
  } catch (error) {
    file.destroy();
    await rm(part, { force: true });
    throw error;
  } finally {
    await items.close();
  }
}

function headOf({ run, scores, folder, told }: RunOfReport) {
  const { model, benchmark, startedAt, software } = run;
  const id = benchmark.sha256.slice(0, 22);
  // What has no score has none: a nought would be one.
  const metric = (name: string, value: number | null) =>
    value === null ? {} : { [name]: { name, value, params: {}, metadata: {} } };
  const samples = benchmark.items * run.repeats;
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
      total_samples: samples,
      completed_samples: Math.round((scores.coverage ?? 0) * samples),
      scores: [
        {
          name: 'choice',
          scorer: 'spinemed',
          params: {},
          metrics: metric('accuracy', accuracyOf(told)),
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
    stats: {
      started_at: startedAt,
      completed_at: lastAt(told) ?? startedAt,
      model_usage: Object.fromEntries(usageByModel(told)),
    },
  };
}

/** Of the samples as they stand in the log, so that whoever adds them up gets the same. */
function accuracyOf(told: RunOfReport['told']): number | null {
  let [right, all] = [0, 0];
  for (const { state } of [...told.values()].flat()) {
    if (!['right', 'wrong', 'unparseable'].includes(state)) continue;
    all++;
    if (state === 'right') right++;
  }
  return all === 0 ? null : right / all;
}

function* linesOf(told: RunOfReport['told']): Generator<AnswerLine> {
  for (const repeats of told.values())
    for (const { answer, extraction, judgements } of repeats)
      for (const line of [answer, extraction, ...judgements]) if (line) yield line;
}

function lastAt(told: RunOfReport['told']): string | undefined {
  let last: string | undefined;
  for (const { at } of linesOf(told)) if (last === undefined || at > last) last = at;
  return last;
}

function usageByModel(told: RunOfReport['told']): Map<string, ReturnType<typeof usageOf>> {
  const sums = new Map<string, ReturnType<typeof usageOf>>();
  for (const line of linesOf(told)) {
    const name = nameOf(line);
    const { input_tokens, output_tokens, total_tokens } = usageOf(line);
    const so = sums.get(name) ?? { input_tokens: 0, output_tokens: 0, total_tokens: 0 };
    sums.set(name, {
      input_tokens: so.input_tokens + input_tokens,
      output_tokens: so.output_tokens + output_tokens,
      total_tokens: so.total_tokens + total_tokens,
    });
  }
  return sums;
}

const nameOf = ({ provider, modelId }: AnswerLine): string => `${provider}/${modelId}`;

const share = (percent: number | null): number | null => (percent === null ? null : percent / 100);

function sampleOf({ run, folder }: RunOfReport, item: BenchmarkItem, repeat: number, told: Told) {
  const { answer } = told;
  const letters = Object.keys(item.options);
  const folders = { benchmark: run.benchmark.folder, run: folder };
  const pictures = item.images.map(image => ({
    type: 'image',
    image: pictureFile(folders, image),
  }));
  const content = [
    ...(item.case ? [{ type: 'text', text: item.case }] : []),
    { type: 'text', text: item.question },
    ...pictures,
  ];
  const sent = answer ? asSent(answer, pictures) : [{ role: 'user', content }];
  const completion = answer?.text ?? '';
  const said = { role: 'assistant', content: completion, source: 'generate', model: answer?.model };
  return {
    id: item.id,
    epoch: repeat + 1,
    input: [{ role: 'user', content }],
    ...(letters.length > 0 ? { choices: letters.map(letter => item.options[letter]) } : {}),
    target: item.task === 'report' ? '' : item.answer.length === 1 ? item.answer[0] : item.answer,
    messages: [...sent, ...(answer ? [said] : [])],
    output: {
      model: answer?.modelId ?? run.model.model,
      choices: answer ? [{ message: said, stop_reason: stops[answer.finish ?? 'other'] }] : [],
      completion,
      ...(answer ? { usage: usageOf(answer), time: answer.latencyMs / 1000 } : {}),
    },
    scores: scoresOf(item, told),
    ...(told.state === 'missing' ? { error: holeError } : {}),
    metadata: {
      task: item.task,
      language: item.language,
      source: item.source,
      class: item.class,
      subspecialty: item.subspecialty,
      modality: item.modality,
      levels: item.levels,
      group: item.group,
      state: told.state,
    },
    store: {},
    events: [],
    model_usage: answer ? { [nameOf(answer)]: usageOf(answer) } : {},
  };
}

/** What the model was given, word for word, with its pictures in their order. An offline method is
 *  given no words. */
function asSent({ request }: AnswerLine, pictures: ReadonlyArray<{ type: string; image: string }>) {
  const { prompt } = request;
  if (!prompt) return [];
  let shown = 0;
  const messages = prompt.messages.map(({ from, parts }) => ({
    role: from === 'user' ? 'user' : 'assistant',
    content: parts.map(part =>
      part.type === 'text' ? { type: 'text', text: part.text } : pictures[shown++],
    ),
  }));
  return [...(prompt.system ? [{ role: 'system', content: prompt.system }] : []), ...messages];
}

const holeError = {
  message: 'no answer came; the run asks again where it goes on',
  ...{ traceback: '', traceback_ansi: '' },
};

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
