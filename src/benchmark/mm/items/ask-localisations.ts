import type { Language } from '../../../spine/index.ts';
import { lumbarDiscs } from '../labels/lumbar-discs.ts';
import { groupOf } from '../library/list-pictures.ts';
import type { MmCase } from '../mm-case.ts';
import type { Rendered } from '../pictures/render-cases.ts';
import { pictureName } from '../pictures/rendered-journal.ts';
import type { Reject } from '../reject.ts';
import { seedOf } from '../seed-of.ts';
import { itemId, letters, type MmItem } from './mm-item.ts';
import { languageOf, wordLocalisation } from './word-question.ts';

type Asking = { rendered: Rendered; seed: number; language: Language | 'mixed' };

/** For each disease of a case: at which of the five discs, with every slice on which it was graded,
 *  for no single one shows them all. */
export function* askLocalisations(
  cases: readonly MmCase[],
  asking: Asking,
): Generator<MmItem | Reject> {
  for (const one of cases)
    for (const lesion of one.labelled.lesions) yield askLocalisation(one, lesion, asking);
}

function askLocalisation(
  one: MmCase,
  { disease, levels, shown }: MmCase['labelled']['lesions'][number],
  { rendered, seed, language: wanted }: Asking,
): MmItem | Reject {
  const found = shown.flatMap(each => rendered.find(one, each) ?? []);
  if (found.length < shown.length) {
    const place = `${one.dataset}/${one.record.case}`;
    return { stage: 'localisation', place, reason: 'picture-rejected', code: null };
  }
  const { case: name, pictures } = one.record;
  const id = itemId('localisation', one.dataset, [name, found[0]!.pointer.sha256, disease]);
  const language = languageOf(id, wanted, seed);
  const { modality, view } = pictures[shown[0]!.picture]!;
  const images = found.map(({ sha256 }) => pictureName(sha256));
  const drawn = { language, seed: seedOf(seed, id, 'wording') };
  return {
    ...{ id, task: 'mcq-multi', benchmark: 'spinebench-mm' },
    question: wordLocalisation(disease, { modality, view, count: images.length }, drawn),
    options: Object.fromEntries(lumbarDiscs.map((disc, at) => [letters[at]!, disc])),
    answer: levels.map(level => letters[lumbarDiscs.indexOf(level)]!),
    images,
    ...{ language, source: 'open_source', modality: [modality], levels, class: one.class },
    ...{ group: groupOf(one), kind: 'localisation', dataset: one.dataset, disease },
    similarity: null,
    pointer: found[0]!.pointer,
    pointers: found.map(({ pointer }) => pointer),
    flags: [],
    split: 'rest',
  };
}
