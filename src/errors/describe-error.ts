import { SpinemedError } from './spinemed-error.ts';

/** One line for a person: what, where, what to do. A stranger's error message is never
 *  repeated, since nobody checked it for patient text: only its name and code are. */
export function describeError(error: unknown): string {
  if (!(error instanceof SpinemedError))
    return `defect: unexpected ${nameOf(error)}, ours to mend.`;
  const place = error.place ? ` (${error.place})` : '';
  const hint = error.hint ? ` ${error.hint}` : '';
  return `${error.code}: ${withStop(`${error.message}${place}`)}${hint}`;
}

function withStop(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The name and code of any thrown value: safe to log and to store. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
