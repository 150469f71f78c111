import { type PartialReport, reportSchema } from './schema.ts';

/**
 * The sections and fields that a report lacks, by their paths (`diagnosis.primary.confidence`,
 * `imaging[0].findings[2].meaning`); a section that is wholly absent by its name alone. Empty
 * exactly when the report is valid.
 */
export function nameMissing(report: PartialReport): string[] {
  const { error } = reportSchema.safeParse(report);
  return error === undefined ? [] : error.issues.map(({ path }) => nameOf(path));
}

function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) =>
      typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`,
    )
    .join('');
}
