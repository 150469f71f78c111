import type { StoredPicture } from '../stored-picture.ts';

/** What a plain picture does not say. */
export const plainFacts = {
  modality: null,
  volumes: 1,
  rescale: { slope: 1, intercept: 0 },
  window: null,
  grid: null,
  spacingMm: null,
  orientation: null,
  transferSyntax: null,
  valueFiles: [],
} satisfies Partial<StoredPicture>;
