import { SpinemedError } from './spinemed-error.ts';

/** 0 done; the rest as the command line promises them. */
export const exitCodes = { done: 0, problemFound: 1, badCall: 2, defect: 3 } as const;

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof SpinemedError)) return exitCodes.defect;
  if (error.mender === 'us') return exitCodes.defect;
  // Called rightly, it stopped where it was told to.
  if (error.code === 'spend-cap-reached') return exitCodes.problemFound;
  return error.mender === 'user' ? exitCodes.badCall : exitCodes.problemFound;
}
