export { type RoleName, roleNameSchema, roleNames } from '../../config/role-names.ts';
export type { Answered, Answerer, Call, Failed, Models, Outcome, Tokens } from './ask.ts';
export { type FailureReason, failureReasonSchema, failureReasons } from './failure.ts';
export { fence } from './fence.ts';
export {
  attemptStatusSchema,
  finishSchema,
  type LoggedRequest,
  type LogLine,
  logLineSchema,
  requestSchema,
} from './log-line.ts';
export {
  type Prompt,
  type PromptMessage,
  type PromptPart,
  picture,
  picturesOf,
  promptSchema,
  sha256Schema,
  text,
} from './prompt.ts';
export {
  defineRole,
  defineTextRole,
  type OfflineContext,
  type OfflineMethod,
  type Role,
} from './role.ts';
export { standsIn } from './stands-in.ts';
