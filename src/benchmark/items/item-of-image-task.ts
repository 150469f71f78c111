import path from 'node:path';
import { z } from 'zod';
import {
  diseases,
  findDisease,
  type Language,
  languageOfText,
  readLevels,
} from '../../spine/index.ts';
import { benchmarkInvalid } from './benchmark-invalid.ts';
import { embeddedPicture } from './embedded-picture.ts';
import { type FoundItem, noPictures } from './found-item.ts';
import { lettered, lettersOf } from './letters-of.ts';

const texts = z.union([z.string(), z.array(z.string())]);

const questionSchema = z
  .looseObject({
    id: z.union([z.string(), z.number()]).optional(),
    task: z.enum(['spine_disease_classification', 'spine_lesion_localization']),
    image: texts.optional(),
    image_path: texts.optional(),
    question: z.string().optional(),
    query: z.string().optional(),
    answers: texts.optional(),
    answer: texts.optional(),
    options: z.union([z.array(z.string()), z.record(z.string(), z.string())]).optional(),
  })
  .transform(({ image, image_path, question, query, answers, answer, ...rest }) => ({
    ...rest,
    images: [image ?? image_path ?? []].flat(),
    question: question ?? query ?? '',
    answers: [answers ?? answer ?? []].flat(),
  }));
type Question = z.output<typeof questionSchema>;

const discs = ['L1/L2', 'L2/L3', 'L3/L4', 'L4/L5', 'L5/S1'];

/** A question of the second SpineBench as others have it: right labels in words. Where it has no
 *  options of its own, they are all diseases or all lumbar discs. */
export function itemOfImageTask(value: unknown, place: string, number: number): FoundItem {
  const parsed = questionSchema.safeParse(value);
  if (!parsed.success) throw wrong('the question is not one of the second SpineBench', place);
  const asked = parsed.data;
  const isDiagnosis = asked.task === 'spine_disease_classification';
  const language = languageOfText(asked.question) ?? 'en';
  const options = optionsOf(asked, isDiagnosis, language);
  const labels = asked.answers.flatMap(text => labelsOf(text, isDiagnosis));
  const answer = [...new Set(labels.flatMap(label => lettersFor(label, options, isDiagnosis)))];
  if (labels.length === 0 || answer.includes(''))
    throw wrong('the answer is none of the options', place);
  const pictures = new Map<string, Buffer>();
  const images = asked.images.map(image => {
    const embedded = image.startsWith('data:') ? embeddedPicture(image) : undefined;
    if (embedded) pictures.set(...embedded);
    return embedded ? embedded[0] : image;
  });
  return {
    place,
    pictures: pictures.size > 0 ? pictures : noPictures,
    value: {
      id: String(asked.id ?? number),
      task: isDiagnosis && answer.length === 1 ? 'mcq' : 'mcq-multi',
      benchmark: path.parse(place.replace(/:\d+$/, '')).name,
      ...{ question: asked.question, options, answer: answer.sort(), images, language },
      source: 'open_source',
      // Nobody says whose it is; questions of one picture belong together.
      group: images[0],
    },
  };
}

function optionsOf(
  { options }: Question,
  isDiagnosis: boolean,
  language: Language,
): Record<string, string> {
  if (Array.isArray(options)) return lettered(options);
  return options ?? lettered(isDiagnosis ? diseases.map(each => each[language]) : discs);
}

/** One label, or several in one text. */
function labelsOf(text: string, isDiagnosis: boolean): string[] {
  const isOne = isDiagnosis && findDisease(text) !== null;
  const apart = isOne ? [text] : text.split(/[,;、，；\n]|\band\b|和/);
  return apart.map(label => label.trim()).filter(label => label !== '');
}

/** By what a label means, however it is written; else by its letter or its very words. An empty
 *  letter where it is no option. */
function lettersFor(
  label: string,
  options: Readonly<Record<string, string>>,
  isDiagnosis: boolean,
): string[] {
  const meaningOf = (text: string) => (isDiagnosis ? findDisease(text)?.id : discOf(text));
  const meant = meaningOf(label);
  const same = Object.keys(options).filter(
    letter => meant !== undefined && meaningOf(options[letter]!) === meant,
  );
  if (same.length === 1) return same;
  const letters = lettersOf([label], options);
  return letters.length > 0 ? letters : [''];
}

function discOf(text: string): string | undefined {
  const [mention, ...more] = readLevels(text.replaceAll('_', '/'));
  return mention?.kind === 'disc' && more.length === 0 ? mention.name : undefined;
}

function wrong(message: string, place: string) {
  return benchmarkInvalid(message, {
    place,
    hint: 'docs/benchmark-mm.md says what such a file holds.',
  });
}
