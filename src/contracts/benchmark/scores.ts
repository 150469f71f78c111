import { z } from 'zod';
import { scoredDimensions } from '../../spine/scored-dimensions.ts';

/** Accuracies and scores go from 0 to 100; a coverage is a share of 1; a dimension 1 to 5. */
export const percent = z.number().min(0).max(100);
export const share = z.number().min(0).max(1);
export const points = z.number().min(1).max(5);
export const count = z.int().min(0);
export const interval = z.tuple([percent, percent]).nullable();

const ordered = (part: { n: number; answered: number; right: number }) =>
  part.right <= part.answered && part.answered <= part.n;

export const choiceCell = z.looseObject({
  n: count,
  /** Unparseable answers included, transport failures excluded. */
  answered: count,
  right: count,
  accuracy: percent.nullable(),
  interval,
});

export const reportCell = z.looseObject({
  n: count,
  scored: count,
  score: percent.nullable(),
  interval,
});

export const dimensionIds = z.enum(scoredDimensions.map(({ id }) => id));

export const reportPart = reportCell.extend({
  dimensions: z.partialRecord(dimensionIds, points),
});

export const inOrder = [ordered, 'right is at most answered, answered at most n'] as const;
export const scoredInOrder = [
  (part: { n: number; scored: number }) => part.scored <= part.n,
  'scored is at most n',
] as const;

/**
 * `scores.json` as others rely on it. A part without items is null. Anyone may add fields; what this
 * program adds itself stands in `detailedScoresSchema`.
 */
export const scoresSchema = z.looseObject({
  benchmark: z.string(),
  model: z.string(),
  parts: z.looseObject({
    text: choiceCell.refine(...inOrder).nullable(),
    image: choiceCell.refine(...inOrder).nullable(),
    report: reportPart.refine(...scoredInOrder).nullable(),
  }),
  total: percent.nullable(),
  coverage: share.nullable(),
  breakdowns: z.record(z.string(), z.record(z.string(), choiceCell)),
  levels: z.looseObject({}),
});

export type Scores = z.output<typeof scoresSchema>;
