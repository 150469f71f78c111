import { expect, test } from 'vitest';
import type { AnswerLine } from '../../contracts/benchmark/index.ts';
import { choiceItem } from '../scoring/made-up-benchmark.ts';
import { collectResults } from './collect-results.ts';

const said = 'It would be best to open the canal here.';

async function* lines(...extractions: object[]): AsyncGenerator<AnswerLine> {
  const line = { id: 'q', repeat: 0, status: 'answered' };
  yield { ...line, step: 'answer', text: said } as AnswerLine;
  for (const extraction of extractions)
    yield { ...line, step: 'extract', text: JSON.stringify(extraction) } as AnswerLine;
}

const resultOf = async (...extractions: object[]) =>
  (await collectResults([choiceItem('q')], lines(...extractions)))[0]?.result;

test('what a model read counts where its letter is an option and its words were said', async () => {
  expect(await resultOf()).toMatchObject({ status: 'unparseable' });
  expect(await resultOf({ answer: ['B'], quote: 'open the canal' })).toMatchObject({
    status: 'model-extracted',
    answer: ['B'],
  });
  for (const made of [
    { answer: ['B'], quote: 'fuse the spine' },
    { answer: ['Z'], quote: 'open the canal' },
    { answer: ['A', 'B'], quote: 'open the canal' },
    { answer: ['B'], quote: null },
    { answer: [], quote: null },
  ])
    expect(await resultOf(made)).toMatchObject({ status: 'unparseable' });
});

test('of an answer that was cut off, what it states in whole counts', async () => {
  async function* cut(text: string): AsyncGenerator<AnswerLine> {
    const line = { id: 'q', repeat: 0, status: 'answered', step: 'answer', finish: 'length', text };
    yield line as AnswerLine;
  }
  const statusOf = async (text: string) =>
    (await collectResults([choiceItem('q')], cut(text)))[0]?.result;
  expect(await statusOf('The answer is A. The')).toMatchObject({ answer: ['A'] });
  expect(await statusOf('The answer is A')).toMatchObject({ status: 'unparseable' });
});
