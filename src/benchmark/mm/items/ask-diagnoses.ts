import { diseases, type Language } from '../../../spine/index.ts';
import type { LabelledPicture } from '../labels/labelled-case.ts';
import { contradicts } from '../library/contradicts.ts';
import { diseaseIds, healthy, numberOf } from '../library/disease-numbers.ts';
import { groupOf } from '../library/list-pictures.ts';
import type { PictureLine } from '../library/picture-line.ts';
import type { MmCase } from '../mm-case.ts';
import { chooseOptions } from '../options/choose-options.ts';
import type { Ill, lendOptions } from '../options/lend-options.ts';
import { placeOf, type Rendered } from '../pictures/render-cases.ts';
import { pictureName } from '../pictures/rendered-journal.ts';
import type { Reject } from '../reject.ts';
import { seedOf } from '../seed-of.ts';
import { type ItemFlag, itemId, letters, type MmItem } from './mm-item.ts';
import { languageOf, wordDiagnosis } from './word-question.ts';

export type Asking = {
  rendered: Rendered;
  pictures: ReadonlyMap<string, PictureLine>;
  /** Of a picture to the nearest of each disease, its own left out. */
  similarityOf(sha256: string): Float32Array | undefined;
  /** Whose options somebody healthy gets, where not the most similar. */
  lend?: ReturnType<typeof lendOptions> | undefined;
  seed: number;
  language: Language | 'mixed';
};

/** A question for each disease of each picture, or the one for Healthy. */
export function* askDiagnoses(
  cases: readonly MmCase[],
  asking: Asking,
): Generator<MmItem | Reject> {
  for (const one of cases)
    for (const shown of one.labelled.pictures)
      for (const truth of shown.truths) yield askDiagnosis(one, shown, truth, asking);
}

/** Those whose options somebody healthy may be lent: each question that is asked about the ill. */
export function listIll(
  cases: readonly MmCase[],
  { rendered, pictures }: Pick<Asking, 'rendered' | 'pictures'>,
): Ill[] {
  return cases.flatMap(one =>
    one.labelled.pictures.flatMap(shown => {
      const line = pictures.get(rendered.find(one, shown)?.sha256 ?? '');
      if (!line || line.diseases.includes('healthy') || contradicts(line.diseases)) return [];
      const has = new Set([...line.has, ...line.diseases].map(numberOf));
      const { dataset } = one;
      return shown.truths.map(({ disease }) => ({ dataset, truth: numberOf(disease), has }));
    }),
  );
}

function askDiagnosis(
  one: MmCase,
  shown: LabelledPicture,
  { disease, levels }: LabelledPicture['truths'][number],
  { rendered, pictures, similarityOf, lend, seed, language: wanted }: Asking,
): MmItem | Reject {
  const reject = (reason: string): Reject => {
    return { stage: 'diagnosis', place: placeOf(one, shown), reason, code: null };
  };
  const found = rendered.find(one, shown);
  if (!found) return reject('picture-rejected');
  const { sha256, pointer } = found;
  const line = pictures.get(sha256)!;
  if (contradicts(line.diseases)) return reject('labels-contradict');
  const similarity = similarityOf(sha256);
  if (!similarity) return reject('not-embedded');
  const { path, slice } = pointer;
  const what = [one.record.case, path, slice, pointer.sha256, disease];
  const id = itemId('diagnosis', one.dataset, what);
  const has = new Set([...line.has, ...line.diseases].map(numberOf));
  const truth = numberOf(disease);
  const { options, answer } = chooseOptions(similarity, has, truth, {
    healthy,
    seed: seedOf(seed, id, 'options'),
    lent: lend?.(one.dataset, id, has),
  });
  if (options.length < 2) return reject('no-other-disease');
  const language = languageOf(id, wanted, seed);
  const { modality } = one.record.pictures[shown.picture]!;
  const lettered = <T>(of: (option: number) => T) =>
    Object.fromEntries(options.map((option, at) => [letters[at]!, of(option)]));
  return {
    ...{ id, task: 'mcq', benchmark: 'spinebench-mm' },
    question: wordDiagnosis(modality, { language, seed: seedOf(seed, id, 'wording') }),
    options: lettered(option => diseases[option]![language]),
    answer: [letters[answer]!],
    images: [pictureName(sha256)],
    ...{ language, source: 'open_source', modality: [modality], levels, class: one.class },
    ...{ group: groupOf(one), kind: 'diagnosis', dataset: one.dataset, disease },
    similarity: lettered(option => (option === healthy ? null : rounded(similarity[option]!))),
    ...{ pointer, pointers: [pointer] },
    flags: flagsOf(options, truth),
    split: 'rest',
  };
}

/** A disease without another picture in the library has no similarity to the truth. */
function rounded(similarity: number): number | null {
  return Number.isFinite(similarity) ? Math.round(similarity * 1e4) / 1e4 : null;
}

const lordosis = diseaseIds.indexOf('cervical-lordosis');

function flagsOf(options: readonly number[], truth: number): ItemFlag[] {
  if (truth === lordosis) return ['truth-is-a-normal-curve'];
  return options.includes(lordosis) ? ['normal-curve-among-options'] : [];
}
