import { strictest } from '../../../contracts/data-class.ts';
import type { MmCase } from '../mm-case.ts';
import { placeOf, type Rendered } from '../pictures/render-cases.ts';
import type { PictureLine } from './picture-line.ts';

/** The pictures that a diagnosis is asked of, each once: what is said of one file is true of
 *  another with the same pixels, which has the same PNG here. */
export function listPictures(cases: readonly MmCase[], rendered: Rendered): PictureLine[] {
  const bySha256 = new Map<string, PictureLine>();
  for (const one of cases) {
    for (const shown of one.labelled.pictures) {
      const found = rendered.find(one, shown);
      if (!found) continue;
      const { sha256 } = found;
      const before = bySha256.get(sha256);
      const asked = shown.truths.map(({ disease }) => disease);
      bySha256.set(sha256, {
        sha256,
        dataset: before?.dataset ?? one.dataset,
        place: before?.place ?? placeOf(one, shown),
        class: strictest(before?.class ?? one.class, one.class),
        groups: union(before?.groups, [groupOf(one)]),
        diseases: union(before?.diseases, asked),
        has: union(before?.has, one.labelled.has),
      });
    }
  }
  return [...bySha256.values()];
}

/** Patients of different datasets may have one number. */
export function groupOf({ dataset, record }: MmCase): string {
  return `${dataset}:${record.patient}`;
}

function union<T>(before: readonly T[] = [], more: readonly T[]): T[] {
  return [...new Set([...before, ...more])];
}
