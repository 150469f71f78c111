import type { PictureLine } from '../library/picture-line.ts';
import type { Embedded } from '../library/points-of-pictures.ts';
import type { MmCase } from '../mm-case.ts';
import { placeOf } from '../pictures/render-cases.ts';
import type { Reject } from '../reject.ts';

/** What the labels of a case do not settle. */
export function rejectsOfLabels(one: MmCase): Reject[] {
  const { leftOut, lesionsLeftOut } = one.labelled;
  const place = `${one.dataset}/${one.record.case}`;
  return [
    ...leftOut.map(
      ({ shown, reason }): Reject => ({
        ...{ stage: 'label', reason, code: null },
        place: shown ? placeOf(one, shown) : place,
      }),
    ),
    ...lesionsLeftOut.map(
      (reason): Reject => ({ stage: 'localisation', place, reason, code: null }),
    ),
  ];
}

export function rejectsOfEmbedding(
  pictures: readonly PictureLine[],
  { failed }: Embedded,
): Reject[] {
  return pictures.flatMap(({ sha256, place }): Reject[] => {
    const code = failed.get(sha256);
    return code === undefined ? [] : [{ stage: 'embedding', place, reason: 'not-embedded', code }];
  });
}
