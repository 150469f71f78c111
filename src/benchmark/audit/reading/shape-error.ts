import type { z } from 'zod';
import { SpinemedError } from '../../../errors/index.ts';

/** What a stranger's file gets: the first place that is off, and how many more there are. */
export function misshapen(issues: z.core.$ZodIssue[]): SpinemedError {
  const first = deepest(issues[0]!);
  const more = issues.length - 1;
  return invalidTables(
    first.message,
    placeOf(first.path),
    more > 0 ? ` ${more} more ${more === 1 ? 'place is' : 'places are'} off.` : '',
  );
}

export function invalidTables(message: string, place: string, more = ''): SpinemedError {
  return new SpinemedError({
    code: 'tables-file-invalid',
    mender: 'user',
    message,
    place,
    hint: `docs/audit.md shows the shape of a file of published tables.${more}`,
  });
}

/** Of a union's branches the one that got furthest into the data says most. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flat()
    .filter(candidate => candidate.path.length > 0)
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (!inner) return issue;
  return deepest({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue);
}

function placeOf(path: PropertyKey[]): string {
  const steps = path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./u, '') || 'the file';
}
