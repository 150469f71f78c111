export { picturesOfSamples, type RatedSamples, rateSamples } from './rate-samples.ts';
export { type FilledSheet, readRatingSheet } from './read-rating-sheet.ts';
export {
  type ReasoningSample,
  type SampledReasoning,
  sampleReasoning,
} from './sample-reasoning.ts';
export { type RatingSheet, writeRatingSheet } from './write-rating-sheet.ts';
export { refuseToReplace, writeRatings } from './write-ratings.ts';
