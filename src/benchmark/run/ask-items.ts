import type { BenchmarkItem, Run, RunStep } from '../../contracts/benchmark/index.ts';
import type { Models, Outcome } from '../../contracts/models/index.ts';
import { dropThoughts } from '../answers/drop-thoughts.ts';
import { mayBeReadByModel } from '../answers/index.ts';
import { answerExtraction, choice, judge, writeReport } from '../roles/index.ts';
import { isRight } from '../scoring/index.ts';
import { madeOf } from './answer-line.ts';
import type { DoneSteps } from './done-steps.ts';
import type { OpenItems } from './open-items.ts';
import type { PictureFiles } from './picture-files.ts';
import { readAhead } from './read-ahead.ts';
import type { Read } from './read-once.ts';
import { textBeforeCut } from './text-before-cut.ts';
import { warmUp } from './warm-up.ts';

/** What one step of one item came to. */
export type Settled = {
  item: BenchmarkItem;
  repeat: number;
  step: RunStep;
  /** Which sample of its prompt: the repeat of an answer, the number of a judgement. */
  number: number;
  outcome: Outcome<unknown>;
  /** Of an answer to a question, where a rule could read it. */
  right: boolean | null;
};

export type Asking = {
  run: Run;
  items: OpenItems;
  done: DoneSteps;
  models: Models;
  pictures: PictureFiles;
  read: Read;
  concurrency: number;
  signal: AbortSignal;
  /** The item is at hand while its steps are under way. */
  hold(item: BenchmarkItem): () => void;
  settle(settled: Settled): Promise<void>;
};

/** Asks everything that has no answer yet: answers, readings and judgements flow through one
 *  pipeline, so that a judge works while contestants do. */
export async function askItems(asking: Asking): Promise<void> {
  const { items, concurrency, signal } = asking;
  warmUp();
  const take = readAhead(toDo(asking), place => items.get(place), concurrency);
  const following = new Set<Promise<void>>();
  let broken: { error: unknown } | undefined;
  const work = async () => {
    for (let next = take(); next; next = take()) {
      if (broken || signal.aborted) return;
      const { repeat } = next;
      const item = await next.item;
      const letGo = asking.hold(item);
      const text = await answered(asking, item, repeat);
      const steps = follow(asking, item, repeat, text)
        .catch(error => {
          broken ??= { error };
        })
        .finally(() => {
          letGo();
          following.delete(steps);
        });
      following.add(steps);
      // A slow judge holds texts back, and not without end.
      while (following.size > concurrency * 4) await Promise.race(following);
    }
  };
  const workers = Array.from({ length: concurrency }, () =>
    work().catch(error => {
      broken ??= { error };
    }),
  );
  await Promise.all(workers);
  await Promise.all(following);
  if (broken) throw broken.error;
  signal.throwIfAborted();
}

const questionsAReport = 2;

/** Reports early: their judgements are the longest way, and the rest goes on meanwhile. Not all at
 *  once, for then the judge waits first and is stormed afterwards. */
function* toDo({ items: { ids, reports }, run, done }: Asking) {
  for (let repeat = 0; repeat < run.repeats; repeat++) {
    const questions = questionsOf(repeat);
    for (const place of reports) {
      yield { place, repeat };
      for (let n = 0; n < questionsAReport; n++) {
        const { done: isLast, value } = questions.next();
        if (!isLast) yield value;
      }
    }
    yield* questions;
  }

  function* questionsOf(repeat: number) {
    const isReport = new Set(reports);
    for (const [place, id] of ids.entries()) {
      const isDone = run.extractor === null && done.hasAnswer(id, repeat);
      if (!isReport.has(place) && !isDone) yield { place, repeat };
    }
  }
}

/** What the contestant wrote; undefined where nothing came. */
async function answered(
  asking: Asking,
  item: BenchmarkItem,
  repeat: number,
): Promise<string | undefined> {
  const { done, models, pictures, settle, signal } = asking;
  if (done.hasAnswer(item.id, repeat)) return done.textOf(item.id, repeat);
  const { id, task, question, options, case: told, language } = item;
  const shared = { case: told, pictures: await pictures.hashesOf(item.images), language };
  const call = { class: item.class, from: madeOf(id, repeat), repeat, signal };
  const outcome =
    task === 'report'
      ? await models.ask(writeReport, { ...call, input: { ...shared, question } })
      : await models.ask(choice, { ...call, input: { ...shared, task, question, options } });
  const came = textOf(outcome);
  const found =
    came === undefined ? null : asking.read(item, textBeforeCut(came, finishOf(outcome)));
  const right = found?.status === 'parsed' ? isRight(found.answer, item.answer) : null;
  await settle({ item, repeat, step: 'answer', number: repeat, outcome, right });
  return came;
}

/** Cut off, empty or refused, it is the model's answer all the same. */
function textOf(outcome: Outcome<string>): string | undefined {
  if (outcome.status === 'answered') return outcome.answer;
  return isAnAnswer(outcome) ? outcome.text : undefined;
}

function finishOf(outcome: Outcome<unknown>): 'length' | null {
  return outcome.status === 'failed' && outcome.reason === 'answer-cut-off' ? 'length' : null;
}

export function isAnAnswer(outcome: Outcome<unknown>): boolean {
  if (outcome.status === 'answered') return true;
  return ['answer-cut-off', 'answer-empty', 'answer-refused'].includes(outcome.reason);
}

async function follow(
  asking: Asking,
  item: BenchmarkItem,
  repeat: number,
  text: string | undefined,
): Promise<void> {
  if (text === undefined) return;
  if (item.task === 'report') await judgeReport(asking, item, repeat, text);
  else await readByModel(asking, item, repeat, text);
}

async function readByModel(
  { run, done, models, read, settle, signal }: Asking,
  item: BenchmarkItem,
  repeat: number,
  response: string,
): Promise<void> {
  const { id, task, options, language } = item;
  if (run.extractor === null || task === 'report' || done.hasExtraction(id, repeat)) return;
  const found = read(item, response);
  if (!found || !mayBeReadByModel(found)) return;
  const outcome = await models.ask(answerExtraction, {
    input: { task, options, response, language },
    class: item.class,
    from: madeOf(id, repeat),
    signal,
  });
  await settle({ item, repeat, step: 'extract', number: 0, outcome, right: null });
}

async function judgeReport(
  { run, done, models, settle, signal }: Asking,
  item: BenchmarkItem,
  repeat: number,
  text: string,
): Promise<void> {
  const { reference, language, id } = item;
  if (reference === null) return;
  const candidate = dropThoughts(text).said;
  await Promise.all(
    run.judges.flatMap(({ name }) =>
      Array.from({ length: run.judgements }, async (_, number) => {
        if (done.hasJudgement(id, repeat, name, number)) return;
        const outcome = await models.ask(judge, {
          input: { reference, candidate, language },
          class: item.class,
          from: madeOf(id, repeat),
          repeat: number,
          model: name,
          signal,
        });
        await settle({ item, repeat, step: 'judge', number, outcome, right: null });
      }),
    ),
  );
}
