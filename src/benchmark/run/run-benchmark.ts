import { statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type ModelSettings, makeFolder } from '../../config/index.ts';
import type { AskedModel, BenchmarkItem, Run } from '../../contracts/benchmark/index.ts';
import type { Outcome } from '../../contracts/models/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { type ModelSpec, openFileLog, openModels } from '../../models/index.ts';
import type { Picking } from '../items/pick-places.ts';
import { ownVersion } from '../own-version.ts';
import { answerExtraction, choice, judge, writeReport } from '../roles/index.ts';
import { answerLine } from './answer-line.ts';
import { askItems, type Settled } from './ask-items.ts';
import { checkSamePictures } from './check-same-pictures.ts';
import { copiedLine } from './copied-line.ts';
import { readDoneSteps } from './done-steps.ts';
import { type OpenItems, openItems } from './open-items.ts';
import { checkPictures, pictureFiles } from './picture-files.ts';
import { type Progress, progressOf } from './progress-of.ts';
import { readHeard } from './read-answers.ts';
import { readOnce } from './read-once.ts';
import { answersFile, checkSame, findRun, runFile, wasAsked, writeJson } from './run-file.ts';
import { type RunScores, scoreRun } from './score-run.ts';
import { takeItems } from './take-items.ts';

export type RunOptions = {
  /** The benchmark's file. */
  file: string;
  /** The run's folder. */
  folder: string;
  model: ModelSpec;
  judges: readonly ModelSpec[];
  extractor: ModelSpec | null;
  settings: ModelSettings;
  concurrency: number;
  picking: Picking;
  repeats: number;
  judgements: number;
  signal: AbortSignal;
  onProgress(progress: Progress): void;
};

/** Runs a benchmark in a folder of its own, or goes on with one that stopped, and scores it. */
export async function runBenchmark(options: RunOptions): Promise<RunScores> {
  const { folder, settings, signal } = options;
  makeFolder(folder, 0o755);
  if (!statSync(folder).isDirectory()) throw noFolder(folder);
  const run = await beginOrGoOn(options);
  const items = await openItems(folder);
  const read = readOnce();
  const held = new Map<string, { item: BenchmarkItem; holders: number }>();
  const file = answersFile(folder);
  const log = await openFileLog(file, {
    capUsd: settings.spendCapUsd ?? null,
    put: line => answerLine(line, held.get(line.from[0] ?? '')?.item, read),
  }).catch(async error => {
    await items.close();
    throw error;
  });
  const inRun = (spec: ModelSpec): ModelSpec => ({
    ...spec,
    limits: { ...spec.limits, concurrency: options.concurrency },
  });
  const models = openModels({
    settings,
    log,
    readPicture: sha256 => pictures.read(sha256),
    players: {
      contestant: inRun(options.model),
      judge: options.judges.map(inRun),
      ...(options.extractor ? { 'extract-answer': inRun(options.extractor) } : {}),
    },
  });
  const folders = { benchmark: run.benchmark.folder, run: folder };
  const pictures = pictureFiles(folders);
  let inARow = 0;
  const mostInARow = Math.max(20, options.concurrency);
  try {
    await checkPictures(folders, imagesOf(items));
    await checkSamePictures(file, items, folders);
    const done = await readDoneSteps(file, readHeard(file));
    const progress = progressOf(run, items, done, options.onProgress);
    await askItems({
      ...{ run, items, done, models, pictures, read, signal },
      concurrency: options.concurrency,
      hold(item) {
        const so = held.get(item.id) ?? { item, holders: 0 };
        so.holders++;
        held.set(item.id, so);
        return () => {
          if (--so.holders === 0) held.delete(item.id);
        };
      },
      async settle(settled) {
        progress.note(settled);
        if (hasTextOfAnother(settled)) await log.append(copiedLine(settled));
        noteWhetherAway(settled.outcome);
      },
    });
  } finally {
    await models.close();
    await log.close();
    await items.close();
  }
  return scoreRun(folder, read);

  /** A server that is away fails every item after long waiting: better told soon. */
  function noteWhetherAway(outcome: Outcome<unknown>): void {
    const gaveUp = outcome.status === 'failed' && outcome.reason === 'gave-up';
    inARow = gaveUp ? inARow + 1 : 0;
    if (inARow < mostInARow) return;
    throw new SpinemedError({
      code: 'model-away',
      mender: 'retry',
      message: `${inARow} calls in a row came to nothing (${outcome.status === 'failed' ? outcome.code : ''})`,
      hint: 'See whether the server is up and reachable, then give the same command again: it goes on where it stopped.',
    });
  }
}

function noFolder(place: string): SpinemedError {
  return new SpinemedError({
    code: 'out-is-a-file',
    mender: 'user',
    message: 'a run has a folder of its own, and this is a file',
    place,
    hint: 'Give --out the name of a folder, new or of the run that is to go on.',
  });
}

/** Failures have no text; a judgement that could not be read from a known text stays unread. */
function hasTextOfAnother({ outcome, step }: Settled): boolean {
  if (outcome.requests > 0) return false;
  return outcome.status === 'answered' || (step === 'answer' && outcome.text !== '');
}

async function* imagesOf(items: OpenItems) {
  for (const place of items.ids.keys()) {
    const { id: item, images } = await items.get(place);
    for (const image of images) yield { image, item };
  }
}

/** Takes the items in where the folder is new; else sees that it is the same run. */
async function beginOrGoOn(options: RunOptions): Promise<Run> {
  const { folder, file, picking } = options;
  // Where nothing was ever asked there is nothing to go on with: the benchmark may be mended.
  const before = wasAsked(folder) ? findRun(folder) : undefined;
  const taken = await takeItems(file, folder, picking);
  const run: Run = {
    form: 1,
    software: { name: 'spinemed', version: ownVersion() },
    startedAt: new Date().toISOString(),
    benchmark: { ...taken.counts, file, folder: path.dirname(path.resolve(file)) },
    picked: picking,
    repeats: options.repeats,
    model: asked(options.model, choice.offline?.method),
    judges: options.judges.map(spec => asked(spec, judge.offline?.method)),
    judgements: options.judgements,
    extractor: options.extractor && asked(options.extractor, answerExtraction.offline?.method),
    prompts: Object.fromEntries(
      [choice, writeReport, judge, answerExtraction].map(({ promptVersion }) =>
        promptVersion.split('/'),
      ),
    ),
  };
  if (before) {
    await taken.drop();
    checkSame(folder, before, run);
    return { ...before, benchmark: { ...before.benchmark, folder: run.benchmark.folder } };
  }
  await taken.keep();
  await writeJson(runFile(folder), run);
  return run;
}

function asked(spec: ModelSpec, method: string | undefined): AskedModel {
  const { name, provider, model, baseUrl, parameters } = spec;
  return {
    ...{ name, provider, model, baseUrl },
    parameters: z.record(z.string(), z.json()).parse(parameters),
    method: provider === 'offline' ? (method ?? null) : null,
  };
}
