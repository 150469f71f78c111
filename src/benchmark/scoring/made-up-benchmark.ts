import { benchmarkItemSchema } from '../../contracts/benchmark/index.ts';
import { type Report, reportSchema } from '../../contracts/report/schema.ts';
import { type ScoredDimensionId, scoredDimensions } from '../../spine/scored-dimensions.ts';
import type { Judgement, Result, ScoredItem } from './result.ts';

/* Items, answers and reports for the tests of this folder. */

type Finding = {
  finding: string;
  levels?: string[];
  side?: 'left' | 'right' | 'bilateral' | 'central';
};

export function imagingOf(findings: readonly Finding[]): Pick<Report, 'imaging'> {
  const complete = findings.map(({ finding, levels = [], side = null }) => ({
    ...{ finding, levels, side },
    measures: [],
    meaning: 'made up',
  }));
  return { imaging: [{ modality: 'MRI', study: null, findings: complete }] };
}

export function reportOf(findings: readonly Finding[]): Report {
  return reportSchema.parse({
    ...imagingOf(findings),
    diagnosis: {
      primary: { diagnosis: 'made up', confidence: 'high' },
      correlation: 'made up',
      secondary: [],
      differentials: [],
    },
    treatment: {
      patient: { conservative: 'a', necessity: 'b', plan: 'c', recovery: 'd' },
      physician: {
        condition: 'a',
        steps: [{ question: 'a', evidence: 'b', decision: 'c' }],
        conclusion: 'd',
      },
    },
    risk: { risks: [], prognosis: 'a', redFlags: ['b'] },
    postoperative: [],
    rationale: { summary: 'a', disclaimer: 'b' },
  });
}

const plain = { benchmark: 'made up', language: 'en', source: 'textbook' };

export function choiceItem(
  id: string,
  fields: Partial<Record<keyof ScoredItem, unknown>> = {},
): ScoredItem {
  return benchmarkItemSchema.parse({
    ...plain,
    id,
    task: 'mcq',
    question: 'Which?',
    options: { A: 'one', B: 'two', C: 'three', D: 'four' },
    answer: ['A'],
    ...fields,
  });
}

export function reportItem(
  id: string,
  fields: Partial<Record<keyof ScoredItem, unknown>> = {},
): ScoredItem {
  return benchmarkItemSchema.parse({
    ...plain,
    id,
    task: 'report',
    question: 'Report.',
    ...fields,
  });
}

export function answered(id: string, ...answer: string[]): Result {
  return { id, status: 'parsed', answer };
}

/** The same points on every dimension, but for those given. */
export function judged(
  points: number,
  others: Partial<Record<ScoredDimensionId, number>> = {},
): Judgement {
  return {
    ...(Object.fromEntries(scoredDimensions.map(({ id }) => [id, points])) as Judgement),
    ...others,
  };
}

export function written(id: string, ...judgements: Judgement[]): Result {
  return { id, status: 'written', report: {}, judgements };
}
