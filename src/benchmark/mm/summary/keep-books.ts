import type { Reject } from '../reject.ts';

/** In = out + rejects, stage by stage. */
export type Book = {
  stage: Reject['stage'];
  in: number;
  out: number;
  rejects: number;
  reasons: Record<string, number>;
};

export function keepBook(stage: Reject['stage'], into: number, rejects: readonly Reject[]): Book {
  const own = rejects.filter(each => each.stage === stage);
  const reasons = [...Map.groupBy(own, ({ reason }) => reason)]
    .map(([reason, of]) => [reason, of.length] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...{ stage, in: into, out: into - own.length, rejects: own.length },
    reasons: Object.fromEntries(reasons),
  };
}
