import { createPartMatcher } from './match-label.ts';
import { differentialParts, imagingParts, issueParts, stepParts } from './part-labels.ts';

export const imagingMatcher = createPartMatcher(imagingParts);
export const differentialMatcher = createPartMatcher(differentialParts);
export const stepMatcher = createPartMatcher(stepParts);
export const issueMatcher = createPartMatcher(issueParts);
