import { open } from 'node:fs/promises';
import { answerLineSchema } from '../../contracts/benchmark/index.ts';
import type { HeardLine, Placed } from './read-answers.ts';
import { readJudgement } from './read-judgement.ts';

export type DoneSteps = {
  hasAnswer(id: string, repeat: number): boolean;
  /** What the contestant answered in an earlier start of the run. */
  textOf(id: string, repeat: number): Promise<string | undefined>;
  hasExtraction(id: string, repeat: number): boolean;
  hasJudgement(id: string, repeat: number, judge: string, number: number): boolean;
  /** Answers, readings and judgements there are. */
  counts: { answers: number; extractions: number; judgements: number };
};

/** What of a run is done, so that nothing answered is asked again. Texts stay in the file. */
export async function readDoneSteps(
  file: string,
  lines: AsyncIterable<Placed<HeardLine>>,
): Promise<DoneSteps> {
  const answers = new Map<string, { at: number; length: number }>();
  const extractions = new Set<string>();
  const judgements = new Set<string>();
  for await (const { id, step, repeat, status, text, model, judgement, place } of lines) {
    if (status !== 'answered') continue;
    const key = `${repeat} ${id}`;
    if (step === 'answer') answers.set(key, place);
    if (step === 'extract') extractions.add(key);
    if (step === 'judge' && readJudgement(text ?? ''))
      judgements.add(`${judgement ?? 0} ${model} ${key}`);
  }
  return {
    hasAnswer: (id, repeat) => answers.has(`${repeat} ${id}`),
    async textOf(id, repeat) {
      const place = answers.get(`${repeat} ${id}`);
      if (!place) return undefined;
      const handle = await open(file);
      try {
        const { buffer } = await handle.read(Buffer.alloc(place.length), 0, place.length, place.at);
        return answerLineSchema.parse(JSON.parse(buffer.toString('utf8'))).text ?? '';
      } finally {
        await handle.close();
      }
    },
    hasExtraction: (id, repeat) => extractions.has(`${repeat} ${id}`),
    hasJudgement: (id, repeat, judge, number) =>
      judgements.has(`${number} ${judge} ${repeat} ${id}`),
    counts: {
      answers: answers.size,
      extractions: extractions.size,
      judgements: judgements.size,
    },
  };
}
