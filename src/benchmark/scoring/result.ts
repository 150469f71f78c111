import type { BenchmarkItem } from '../../contracts/benchmark/index.ts';
import type { PartialReport } from '../../contracts/report/index.ts';
import type { ScoredDimensionId } from '../../spine/scored-dimensions.ts';

/** What scoring looks at: an item may be handed in without its texts. */
export type ScoredItem = Pick<
  BenchmarkItem,
  | 'id'
  | 'task'
  | 'options'
  | 'answer'
  | 'images'
  | 'reference'
  | 'language'
  | 'subspecialty'
  | 'source'
  | 'modality'
  | 'levels'
  | 'group'
> &
  OwnWords;

/** What a benchmark may say of its items in words of its own, as the second SpineBench does. */
export type OwnWords = {
  readonly kind?: string;
  readonly dataset?: string;
  readonly disease?: string;
};

/** One judge's points, 1 to 5, on all ten dimensions. A judgement with a gap is none. */
export type Judgement = Readonly<Record<ScoredDimensionId, number>>;

/**
 * What came of asking a model one item once. `missing`: no answer ever arrived; leaving the result
 * out says the same. `written`: a report, with as many judgements as could be had.
 */
export type Result = { readonly id: string; readonly repeat?: number | undefined } & (
  | { readonly status: 'parsed' | 'model-extracted'; readonly answer: readonly string[] }
  | { readonly status: 'unparseable' }
  | { readonly status: 'missing' }
  | {
      readonly status: 'written';
      readonly report: PartialReport;
      readonly judgements: readonly Judgement[];
    }
);
