import type { ReadCases } from '../cases.ts';
import type { PictureLine } from '../library/picture-line.ts';
import type { MmCase } from '../mm-case.ts';
import type { Rendered } from '../pictures/render-cases.ts';
import type { Reject } from '../reject.ts';

/** In = out + rejects, stage by stage. */
export type Book = {
  stage: Reject['stage'];
  in: number;
  out: number;
  rejects: number;
  reasons: Record<string, number>;
};

export function keepBooks(
  { cases, records }: ReadCases,
  rendered: Rendered,
  pictures: readonly PictureLine[],
  rejects: readonly Reject[],
): Book[] {
  const sum = (countOf: (one: MmCase['labelled']) => number) =>
    cases.reduce((total, { labelled }) => total + countOf(labelled), 0);
  const into: [Reject['stage'], number][] = [
    ['case', records],
    ['label', sum(each => each.pictures.length + each.leftOut.length)],
    ['picture', rendered.in],
    ['embedding', pictures.length],
    ['diagnosis', sum(each => each.pictures.flatMap(({ truths }) => truths).length)],
    ['localisation', sum(each => each.lesions.length + each.lesionsLeftOut.length)],
  ];
  return into.map(([stage, count]) => keepBook(stage, count, rejects));
}

function keepBook(stage: Reject['stage'], into: number, rejects: readonly Reject[]): Book {
  const own = rejects.filter(each => each.stage === stage);
  const reasons = [...Map.groupBy(own, ({ reason }) => reason)]
    .map(([reason, of]) => [reason, of.length] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...{ stage, in: into, out: into - own.length, rejects: own.length },
    reasons: Object.fromEntries(reasons),
  };
}
