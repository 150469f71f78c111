import type { Models } from '../../contracts/models/index.ts';
import type { Rating } from '../agreement/read-ratings.ts';
import { rateReasoning } from '../roles/rate-reasoning.ts';
import { reasoningRubrics } from '../roles/reasoning-ratings.ts';
import { type PictureFiles, pictureFiles } from '../run/picture-files.ts';
import { ratedItem } from './rated-item.ts';
import type { ReasoningSample } from './sample-reasoning.ts';

export type RatedSamples = {
  ratings: Rating[];
  /** Samples that have no rating, with the code of what stood in the way. */
  failed: Array<{ item: string; reason: string }>;
};

/** Pictures of samples, wherever their runs lie. */
export const picturesOfSamples = (): PictureFiles => pictureFiles({ benchmark: '', run: '' });

/** Rates samples by a model, on the three rubrics that people have too. */
export async function rateSamples(
  models: Models,
  samples: readonly ReasoningSample[],
  pictures: PictureFiles,
  { rater, concurrency, signal }: { rater: string; concurrency: number; signal: AbortSignal },
): Promise<RatedSamples> {
  const rated: RatedSamples[] = [];
  const queue = samples.entries();
  const work = async () => {
    for (const [at, sample] of queue) {
      signal.throwIfAborted();
      rated[at] = await rateSample(models, sample, pictures, rater, signal);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return {
    ratings: rated.flatMap(({ ratings }) => ratings),
    failed: rated.flatMap(({ failed }) => failed),
  };
}

async function rateSample(
  models: Models,
  { item, code, pictures: files, reasoning }: ReasoningSample,
  pictures: PictureFiles,
  rater: string,
  signal: AbortSignal,
): Promise<RatedSamples> {
  const { id, case: told, question, options, language } = item;
  const outcome = await models.ask(rateReasoning, {
    input: {
      ...{ options, reasoning, language },
      question: told === null ? question : `${told}\n\n${question}`,
      pictures: await pictures.hashesOf(files),
    },
    class: item.class,
    from: [id, code],
    signal,
  });
  const name = ratedItem(id, code);
  if (outcome.status === 'failed')
    return { ratings: [], failed: [{ item: name, reason: outcome.reason }] };
  const ratings = reasoningRubrics.map(({ id: dimension }) => ({
    ...{ item: name, rater, role: 'model' as const, dimension },
    score: outcome.answer[dimension].score,
  }));
  return { ratings, failed: [] };
}
