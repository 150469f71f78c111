export { type Overview, overviewSchema, type RejectPage, rejectPageSchema } from './overview.ts';
