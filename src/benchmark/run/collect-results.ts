import { parseReport } from '../../contracts/report/index.ts';
import { isGrounded } from '../roles/extract-answer.ts';
import type { Judgement, Result, ScoredItem } from '../scoring/index.ts';
import type { HeardLine } from './read-answers.ts';
import { readExtraction } from './read-extraction.ts';
import { readJudgement } from './read-judgement.ts';
import { type Read, readAnew } from './read-once.ts';
import { sharedLists } from './shared-lists.ts';
import { textBeforeCut } from './text-before-cut.ts';

export type Judged = { judge: string; number: number; scores: Judgement };

/** What came of asking one item once. */
export type Came = {
  id: string;
  repeat: number;
  result: Result;
  judged: readonly Judged[];
};

type Heard = {
  id: string;
  repeat: number;
  letters: readonly string[] | null;
  /** Of what no rule could read, and of reports. */
  text: string | null;
  extraction: string | null;
  judged: Map<string, Judged> | null;
};

/** What a run's lines come to. Everything is read anew from the texts that models gave: what a
 *  line says of itself is for people. */
export async function collectResults(
  items: readonly ScoredItem[],
  lines: AsyncIterable<HeardLine>,
  read: Read = readAnew,
): Promise<Came[]> {
  const itemOf = new Map(items.map(item => [item.id, item]));
  const heard = new Map<string, Heard>();
  const share = sharedLists();
  for await (const line of lines) {
    const item = itemOf.get(line.id);
    if (line.status !== 'answered' || !item) continue;
    const key = `${line.repeat} ${line.id}`;
    const so = heard.get(key) ?? nothingOf(item, line.repeat);
    heard.set(key, so);
    hear(so, line, item, { read, share });
  }
  const came: Came[] = [];
  const unjudged: Judged[] = [];
  for (const [key, so] of heard) {
    const { id, repeat, judged } = so;
    const result = { id, repeat, ...resultOf(itemOf.get(id)!, so) };
    came.push({ id, repeat, result, judged: judged === null ? unjudged : [...judged.values()] });
    heard.delete(key);
  }
  return came;
}

/** The item's own id: a benchmark of a hundred thousand need not hold each twice. */
function nothingOf({ id }: ScoredItem, repeat: number): Heard {
  return { id, repeat, letters: null, text: null, extraction: null, judged: null };
}

function hear(
  so: Heard,
  line: HeardLine,
  item: ScoredItem,
  { read, share }: { read: Read; share: ReturnType<typeof sharedLists> },
): void {
  const text = line.text ?? '';
  if (line.step === 'extract') so.extraction = text;
  if (line.step === 'judge') {
    const { model: judge, judgement: number = 0 } = line;
    const judgement = readJudgement(text);
    so.judged ??= new Map();
    if (judgement) so.judged.set(`${number} ${judge}`, { judge, number, scores: judgement.scores });
  }
  if (line.step !== 'answer') return;
  const response = textBeforeCut(text, line.finish);
  const found = read(item, response);
  so.letters = found?.status === 'parsed' ? share(found.answer) : null;
  so.text = so.letters === null ? text : null;
}

type WithoutName<R> = R extends Result ? Omit<R, 'id' | 'repeat'> : never;

function resultOf(
  { task, options, language }: ScoredItem,
  { letters, text, extraction, judged }: Heard,
): WithoutName<Result> {
  if (letters !== null) return { status: 'parsed', answer: letters };
  if (text === null) return { status: 'missing' };
  if (task === 'report') {
    const judgements = [...(judged?.values() ?? [])].map(({ scores }) => scores);
    return { status: 'written', report: parseReport(text).report, judgements };
  }
  const read = extraction === null ? undefined : readExtraction(extraction);
  const question = { task, options, response: text, language };
  if (read && read.answer.length > 0 && isGrounded(question, read))
    return { status: 'model-extracted', answer: read.answer };
  return { status: 'unparseable' };
}
