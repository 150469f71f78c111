import path from 'node:path';
import { z } from 'zod';
import { languageOfText, sources } from '../../spine/index.ts';
import { benchmarkInvalid } from './benchmark-invalid.ts';
import { embeddedPicture } from './embedded-picture.ts';
import type { FoundItem } from './found-item.ts';
import { lettered, lettersOf } from './letters-of.ts';

const part = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.string() }),
  z.looseObject({ type: z.literal('image'), image: z.string() }),
]);
const message = z.looseObject({
  role: z.string(),
  content: z.union([z.string(), z.array(part)]),
});
const sampleSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  input: z.union([z.string(), z.array(message).min(1)]),
  choices: z.array(z.string()).nullish(),
  target: z.union([z.string(), z.array(z.string())]),
  metadata: z.looseObject({}).nullish(),
});

/** A sample of Inspect's with choices. What our items know beyond it is taken from `metadata`,
 *  where it stands under our names. */
export function itemOfInspect(value: object, place: string, number: number): FoundItem {
  const parsed = sampleSchema.safeParse(value);
  if (!parsed.success) throw wrong('the sample is not as Inspect has them', place);
  const { id, input, choices, target, metadata } = parsed.data;
  if (!choices || choices.length < 2)
    throw wrong('the sample has no choices: an open question has nobody to score it', place);
  const { question, images } = said(input);
  const options = lettered(choices);
  const pictures = new Map<string, Buffer>();
  const named = images.map(image => {
    const embedded = image.startsWith('data:') ? embeddedPicture(image) : undefined;
    if (embedded) pictures.set(...embedded);
    return embedded ? embedded[0] : image;
  });
  const answer = lettersOf([target].flat(), options);
  const { source, ...known } = metadata ?? {};
  return {
    place,
    pictures,
    value: {
      benchmark: path.parse(place.replace(/:\d+$/, '')).name,
      language: languageOfText(question) ?? languageOfText(choices.join(' ')) ?? 'en',
      ...known,
      source: sources.some(each => each.id === source) ? source : 'open_source',
      id: String(id ?? number),
      task: answer.length === 1 ? 'mcq' : 'mcq-multi',
      question,
      options,
      answer,
      images: named,
    },
  };
}

function said(input: z.output<typeof sampleSchema>['input']) {
  if (typeof input === 'string') return { question: input, images: [] };
  const parts = input.flatMap(({ content }) =>
    typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content,
  );
  return {
    question: parts.flatMap(each => (each.type === 'text' ? [each.text] : [])).join('\n'),
    images: parts.flatMap(each => (each.type === 'image' ? [each.image] : [])),
  };
}

function wrong(message: string, place: string) {
  return benchmarkInvalid(message, {
    place,
    hint: 'docs/benchmark.md says which files of others can be run.',
  });
}
