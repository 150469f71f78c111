export { type DecodedPicture, describe } from './pictures/describe.ts';
export { describeGrey } from './pictures/describe-grey.ts';
export type { GreyPicture } from './pictures/grey-picture.ts';
export { type Coverage, coverage } from './text/coverage.ts';
export { createIndex, type Hit, type Passage, type PassageIndex } from './text/create-index.ts';
export { isNegated } from './text/is-negated.ts';
export { type ClassScore, createClassScorer, type NamedClass } from './text/score-classes.ts';
export { chooseOptions, type ScoredOption, scoreOptions } from './text/score-options.ts';
export { words } from './text/words.ts';
