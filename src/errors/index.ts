export { describeError, nameOf } from './describe-error.ts';
export { exitCodeOf, exitCodes } from './exit-code.ts';
export { type ErrorDetails, type Mender, SpinemedError } from './spinemed-error.ts';
