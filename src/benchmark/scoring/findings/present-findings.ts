import { deniedSpans, isDeniedBehind } from './denials.ts';
import { type FoundName, findNames } from './find-names.ts';
import { isSpecified } from './vocabulary.ts';

export type PresentFindings = {
  /** Those that the text says are there: what it denies is left out. */
  readonly present: readonly FoundName[];
  /** Whether it names anything, be it denied. */
  readonly isRecognised: boolean;
};

export function presentFindings(text: string): PresentFindings {
  const named = findNames(text).filter(({ finding }) => isSpecified(finding));
  const denied = deniedSpans(text);
  let next = 0;
  const present = named.filter(({ start, end }) => {
    while (next < denied.length && denied[next]!.end <= start) next += 1;
    const isDenied = next < denied.length && denied[next]!.start < end;
    return !isDenied && !isDeniedBehind(text, end);
  });
  return { present, isRecognised: named.length > 0 };
}
