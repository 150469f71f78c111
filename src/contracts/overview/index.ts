export {
  type ModelActivity,
  type Overview,
  overviewSchema,
  type RejectPage,
  rejectPageSchema,
  stepSchema,
} from './overview.ts';
