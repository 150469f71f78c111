import type { AnswerLine, BenchmarkItem, RunStep } from '../../contracts/benchmark/index.ts';
import type { LogLine } from '../../contracts/models/index.ts';
import { readExtraction } from './read-extraction.ts';
import { readJudgement } from './read-judgement.ts';
import { type Read, readAnew } from './read-once.ts';
import { textBeforeCut } from './text-before-cut.ts';

const steps: Record<string, RunStep> = {
  contestant: 'answer',
  'extract-answer': 'extract',
  judge: 'judge',
};

/** What a call of a run is made of: an item, and for the later steps the answer to it. */
export function madeOf(item: string, repeat: number): [string, string] {
  return [item, `answer ${repeat}`];
}

/** What the reading of an answer looks at. */
type Asked = Pick<BenchmarkItem, 'id' | 'task' | 'options'>;

/** The door's line of a request as a line of `answers.jsonl`. The item is at hand while it is
 *  under way; of one that a kill cut off there is no answer to read. */
export function answerLine(line: LogLine, item: Asked | undefined, read = readAnew): AnswerLine {
  const { id: _, step, ...rest } = line;
  const named = steps[step]!;
  const common = {
    id: line.from[0]!,
    step: named,
    repeat: named === 'answer' ? line.repeat : Number(line.from[1]!.slice('answer '.length)),
    ...(named === 'judge' ? { judgement: line.repeat } : {}),
    attempt: line.attempt,
    model: line.model,
    text: line.text,
    status: line.status,
    ...{ answer: null, rule: null, scores: null, reasons: null },
  };
  const said = line.status === 'answered' && item ? readText(named, line, item, read) : {};
  return { ...common, ...said, ...without(rest) };
}

/** Those that stand at the front of the line already. */
function without(line: Omit<LogLine, 'id' | 'step'>) {
  const { repeat: _, attempt: __, model: ___, text: ____, status: _____, ...rest } = line;
  return rest;
}

function readText(
  step: RunStep,
  { text: said, finish }: LogLine,
  item: Asked,
  read: Read,
): Partial<Pick<AnswerLine, 'answer' | 'rule' | 'scores' | 'reasons'>> {
  const text = said ?? '';
  if (step === 'judge') return readJudgement(text) ?? {};
  if (step === 'extract') return { answer: readExtraction(text)?.answer ?? null };
  const found = read(item, textBeforeCut(text, finish));
  return found ? { answer: found.answer, rule: found.rule } : {};
}
