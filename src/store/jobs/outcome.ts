import type { DataOf, Kind } from './kind.ts';

export type Made = {
  kind: Kind;
  data: unknown;
  blobs: string[];
  from: string[];
};

export type Rejected = {
  rejected: string;
  place: string | undefined;
  code: string | undefined;
};

/** What became of an input or of a part of it: something was made, or it was rejected. */
export type Outcome = Made | Rejected;

/** `blobs`: the files that belong to the thing. `from`: what else it was made of, besides the
 *  input, such as the model call that wrote it. */
export function made<K extends Kind>(
  kind: K,
  data: DataOf<K>,
  links: { blobs?: string[]; from?: string[] } = {},
): Made {
  return { kind, data, blobs: links.blobs ?? [], from: links.from ?? [] };
}

/** `place` says where (a page, a line, a path in the source), never what stood there. */
export function reject(reason: string, where: { place?: string; code?: string } = {}): Rejected {
  return { rejected: reason, place: where.place, code: where.code };
}

export function isReject(outcome: Outcome): outcome is Rejected {
  return 'rejected' in outcome;
}
