/** Raise it when the same volume would give other slices. */
export const RULE_VERSION = 2;

export const ruleStatement =
  'The part of the volume that holds the spine is cut into equal parts along the slices, and the middle slice of each is taken.';
