import { z } from 'zod';
import { scoredSections } from '../../spine/scored-dimensions.ts';
import {
  choiceCell,
  count,
  dimensionIds,
  inOrder,
  interval,
  percent,
  points,
  reportCell,
  reportPart,
  scoredInOrder,
  scoresSchema,
  share,
} from './scores.ts';

const sectionIds = z.enum(scoredSections.map(({ id }) => id));

/** What resampling whole patients or documents says of a figure. */
const resampledSchema = z.object({
  interval,
  /** Why there is no interval; a reason of `statistics`. */
  noInterval: z.string().nullable(),
  standardError: z.number().nullable(),
  clusters: count,
});

export const choiceCellSchema = z.object({
  ...choiceCell.shape,
  coverage: share,
  unparseable: count,
  modelExtracted: count,
});

const choicePartSchema = choiceCellSchema
  .extend({ items: count, resampled: resampledSchema })
  .refine(...inOrder);

/** The sample means of the second benchmark: of each item's own precision, recall and F1. */
const multiSelectCellSchema = choiceCellSchema.extend({
  precision: percent.nullable(),
  recall: percent.nullable(),
  f1: percent.nullable(),
});

const reportCellSchema = z.object({ ...reportCell.shape, coverage: share });

const reportPartSchema = z
  .object({
    ...reportPart.shape,
    coverage: share,
    items: count,
    sections: z.partialRecord(sectionIds, points),
    dimensionIntervals: z.partialRecord(dimensionIds, z.tuple([points, points]).nullable()),
    resampled: resampledSchema,
    /** The standard deviation between judgements of one report, in points of the score. */
    judgeSpread: z.number().nullable(),
  })
  .refine(...scoredInOrder);

/** How often a level was expected (outer key) and which one was said (inner key), `none` included. */
const confusionSchema = z.record(z.string(), z.record(z.string(), count));

const sideCountsSchema = z.object({
  /** Where a side was expected. */
  n: count,
  right: count,
  wrong: count,
  missing: count,
  /** Where none was expected and one was said. */
  added: count,
});

const shareSchema = z.object({ count, percent: percent.nullable(), interval });

const itemLevelScoresSchema = z.object({
  n: count,
  exact: shareSchema,
  offByOne: shareSchema,
  jaccard: z.object({ mean: percent.nullable(), resampled: resampledSchema }),
  /** Nothing said that names a level. */
  none: count,
  /** The right answer names no level and the one given does. */
  invented: count,
  side: sideCountsSchema,
  confusion: confusionSchema,
});

const ratesSchema = z.object({
  precision: percent.nullable(),
  recall: percent.nullable(),
  f1: percent.nullable(),
});

const findingMeasuresSchema = ratesSchema.extend({
  matched: count,
  said: count,
  expected: count,
  resampled: resampledSchema,
  perReport: ratesSchema,
});

const reportLevelScoresSchema = z.object({
  /** Reports compared with a reference that has findings to compare. */
  n: count,
  /** Reports whose reference names nothing that the vocabulary knows. */
  notComparable: count,
  tuple: findingMeasuresSchema,
  levelAndFinding: findingMeasuresSchema,
  levelAndKind: findingMeasuresSchema,
  finding: findingMeasuresSchema,
  level: findingMeasuresSchema,
  /** Findings in which the vocabulary recognised nothing. */
  unrecognised: z.object({ said: count, expected: count }),
  /** Levels of findings, paired within one family of findings; offByOne: one step beside. */
  places: z.object({ expected: count, said: count, exact: count, offByOne: count }),
  side: sideCountsSchema,
  confusion: confusionSchema,
});

const noteSchema = z.object({
  code: z.enum([
    'part-empty',
    'unanswered',
    'unscored',
    'part-without-score',
    'unparseable',
    'cut-off',
    'judge-incomplete',
    'few-clusters',
    'repeated',
  ]),
  part: z.enum(['text', 'image', 'report']).nullable(),
  count: count.nullable(),
  of: count.nullable(),
  en: z.string(),
  zh: z.string(),
});

const performanceSchema = percent.nullable();

/** `scores.json` as this program writes it: the agreed fields and its own. */
export const detailedScoresSchema = z.object({
  ...scoresSchema.shape,
  parts: z.object({
    text: choicePartSchema.nullable(),
    image: choicePartSchema.nullable(),
    report: reportPartSchema.nullable(),
  }),
  /** The text and image accuracies, weighted by their numbers of items. */
  qaAverage: performanceSchema,
  totalResampled: resampledSchema,
  complete: z.boolean(),
  notes: z.array(noteSchema),
  tasks: z.object({
    mcq: choiceCellSchema.nullable(),
    'mcq-multi': multiSelectCellSchema.nullable(),
  }),
  breakdowns: z.record(z.string(), z.record(z.string(), choiceCellSchema)),
  reportBreakdowns: z.record(z.string(), z.record(z.string(), reportCellSchema)),
  /** One line a repeat, where items were asked more than once. */
  repeats: z.array(
    z.object({
      text: performanceSchema,
      image: performanceSchema,
      report: performanceSchema,
      qaAverage: performanceSchema,
      total: performanceSchema,
    }),
  ),
  levels: z.object({
    items: itemLevelScoresSchema.nullable(),
    reports: reportLevelScoresSchema.nullable(),
  }),
});

export type DetailedScores = z.output<typeof detailedScoresSchema>;
export type ChoiceCell = z.output<typeof choiceCellSchema>;
export type MultiSelectCell = z.output<typeof multiSelectCellSchema>;
export type ReportCell = z.output<typeof reportCellSchema>;
export type Resampled = z.output<typeof resampledSchema>;
export type Confusion = z.output<typeof confusionSchema>;
export type SideCounts = z.output<typeof sideCountsSchema>;
export type ItemLevelScores = z.output<typeof itemLevelScoresSchema>;
export type FindingMeasures = z.output<typeof findingMeasuresSchema>;
export type ReportLevelScores = z.output<typeof reportLevelScoresSchema>;
export type Note = z.output<typeof noteSchema>;
