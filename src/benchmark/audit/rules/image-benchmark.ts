import { show } from '../figures/show.ts';
import { ALL_ROWS, type Finding } from '../finding.ts';
import { sameName } from '../reading/names.ts';
import { type ImageBenchmark, TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const table = TABLE.imageBenchmark;

/** The benchmark of public pictures: kinds of pictures, options of a question, and whether the
 *  datasets can fill the library that the wrong options are drawn from. */
export const checkImageBenchmark: Rule = ({ tables: { imageBenchmark } }) =>
  imageBenchmark
    ? [
        ...imageBenchmark.datasets.map(judgeDimension),
        ...judgeCounts(imageBenchmark),
        ...judgeOptions(imageBenchmark),
        ...judgeLibrary(imageBenchmark),
      ]
    : [];

const radiograph = /^(?:XR|CR|DR|DX|RG)$|x-?\s?rays?|radiogra|X线|X光/iu;

function judgeDimension(row: ImageBenchmark['datasets'][number]): Finding {
  const printed = row.dimension;
  const place = { table, row: row.label, field: 'dimension', printed, rule: 'kind of picture' };
  const said = /([23])\s?-?D/iu.exec(printed)?.[1];
  if (said === undefined || !radiograph.test(row.modality)) {
    const explanation =
      said === undefined
        ? 'No number of dimensions is printed.'
        : `Pictures of ${row.modality} can be slices or volumes.`;
    return { ...place, recomputed: null, verdict: 'not recomputable', explanation };
  }
  return said === '2'
    ? {
        ...place,
        recomputed: '2D',
        verdict: 'consistent',
        explanation: 'A radiograph is a projection: two dimensions.',
      }
    : {
        ...place,
        recomputed: '2D',
        verdict: 'inconsistent',
        explanation: 'A radiograph is a projection and has two dimensions, not three.',
      };
}

function judgeCounts({ datasets }: ImageBenchmark): Finding[] {
  const counts = datasets.flatMap(row => row.count ?? []);
  if (counts.length === 0) return [];
  const sum = counts.reduce((all, count) => all + count.value, 0);
  return [
    {
      table,
      row: ALL_ROWS,
      field: 'count',
      printed: null,
      recomputed: sum,
      rule: 'sum',
      verdict: 'not recomputable',
      explanation: `The datasets add up to ${show(sum)}; no total is printed.`,
    },
  ];
}

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const optionsSaid = new RegExp(`\\b(\\d+|${numberWords.join('|')})\\s+options?\\b`, 'iu');
const lettersSaid = /\bA\s*(?:to|-|–|through)\s*([B-Z])\b/u;

/** The true disease, the hard negatives and, where it is an option, "healthy". */
function judgeOptions({ options, hardNegatives }: ImageBenchmark): Finding[] {
  if (options === null) return [];
  const word = optionsSaid.exec(options)?.[1]?.toLowerCase();
  const letter = lettersSaid.exec(options)?.[1];
  const stated = [
    ...(word === undefined ? [] : [/^\d/u.test(word) ? Number(word) : numberWords.indexOf(word)]),
    ...(letter === undefined ? [] : [letter.charCodeAt(0) - 64]),
  ];
  const place = { table, row: ALL_ROWS, field: 'options', rule: 'options of a question' };
  const [printed] = stated;
  if (printed === undefined || !hardNegatives) {
    const explanation = 'The number of options or of hard negatives is not printed.';
    const figures = { printed: printed ?? null, recomputed: null };
    return [{ ...place, ...figures, verdict: 'not recomputable', explanation }];
  }
  const healthy = /healthy|normal|no finding/iu.test(options) ? 1 : 0;
  const recomputed = 1 + hardNegatives.value + healthy;
  const same = stated.every(number => number === recomputed);
  return [
    {
      ...place,
      printed,
      recomputed,
      verdict: same ? 'consistent' : 'inconsistent',
      explanation: `The true disease, ${show(hardNegatives.value)} hard negatives${healthy ? ' and "healthy"' : ''} are ${show(recomputed)} options; printed: ${stated.map(number => show(number)).join(' and ')}.`,
    },
  ];
}

function judgeLibrary({ datasets, diseases, libraryPerDisease }: ImageBenchmark): Finding[] {
  if (!libraryPerDisease) return [];
  const each = libraryPerDisease.value;
  const place = { table, rule: 'library of pictures', printed: each };
  const counts = datasets.map(row => row.count);
  const all = counts.reduce((sum, count) => sum + (count?.value ?? 0), 0);
  const needed = each * diseases.length;
  const complete = counts.length > 0 && counts.every(count => count !== null);
  const whole: Finding[] =
    diseases.length > 0 && complete
      ? [
          {
            ...place,
            row: ALL_ROWS,
            field: 'library_images_per_disease',
            recomputed: needed,
            verdict: needed <= all ? 'consistent' : 'inconsistent',
            explanation: `${show(each)} pictures of each of ${show(diseases.length)} diseases are ${show(needed)}; the datasets hold ${show(all)}.`,
          },
        ]
      : [];
  // A dataset of one disease alone need not be its only source, so this can only reassure.
  const single = datasets.filter(
    row =>
      row.count && row.count.value >= each && diseases.some(name => sameName(name, row.disease)),
  );
  return [
    ...whole,
    ...single.map(
      (row): Finding => ({
        ...place,
        row: row.label,
        field: 'library_images_per_disease',
        recomputed: row.count!.value,
        verdict: 'consistent',
        explanation: `${row.disease} alone has ${show(row.count!.value)} pictures to draw ${show(each)} from.`,
      }),
    ),
  ];
}
