export { type Begun, beginAttempts, type Decide, type Wish } from './begin-attempts.ts';
export { classesOf } from './class-of.ts';
export { type Correct, type Ended, endAttempts } from './end-attempts.ts';
export { findAnswers } from './find-answers.ts';
export { noteAllowed, noteBatch, noteBatchEnd, noteFromLog, notePause } from './note.ts';
export { addPools } from './pools.ts';
export { refuseCall } from './refuse-call.ts';
export type { AnswerRow, CallRow, PoolState, SpendState } from './rows.ts';
export { type Presence, signOn } from './sign-on.ts';
