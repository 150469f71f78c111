import type { PartialReport } from '../schema.ts';

/**
 * The sections and fields that a report lacks, by their paths (`diagnosis.primary.confidence`,
 * `imaging[0].findings[2].meaning`); what is wholly absent by its own name alone. Empty exactly
 * when the report is valid. Not left to the schema, whose parser cannot hold issues by the hundred
 * thousand.
 */
export function nameMissing(report: PartialReport): string[] {
  const { imaging, diagnosis, treatment, risk, postoperative, rationale } = report;
  return [
    listOf(imaging, 'imaging', true, (study, path) => [
      ...absent(study, path, ['modality', 'study']),
      ...listOf(study.findings, `${path}.findings`, true, (finding, at) =>
        absent(finding, at, ['finding', 'levels', 'side', 'measures', 'meaning']),
      ),
    ]),
    objectOf(diagnosis, 'diagnosis', ({ primary, differentials, ...others }, path) => [
      ...objectOf(primary, `${path}.primary`, (found, at) =>
        absent(found, at, ['diagnosis', 'confidence']),
      ),
      ...absent(others, path, ['correlation', 'secondary']),
      ...listOf(differentials, `${path}.differentials`, false, (item, at) =>
        absent(item, at, ['diagnosis', 'reasoning']),
      ),
    ]),
    objectOf(treatment, 'treatment', ({ patient, physician }, path) => [
      ...objectOf(patient, `${path}.patient`, (found, at) =>
        absent(found, at, ['conservative', 'necessity', 'plan', 'recovery']),
      ),
      ...objectOf(physician, `${path}.physician`, ({ steps, ...others }, at) => [
        ...absent(others, at, ['condition']),
        ...listOf(steps, `${at}.steps`, true, (step, place) =>
          absent(step, place, ['question', 'evidence', 'decision']),
        ),
        ...absent(others, at, ['conclusion']),
      ]),
    ]),
    objectOf(risk, 'risk', (found, path) => [
      ...absent(found, path, ['risks', 'prognosis']),
      ...listOf(found.redFlags, `${path}.redFlags`, true, () => []),
    ]),
    listOf(postoperative, 'postoperative', false, (issue, path) =>
      absent(issue, path, ['issue', 'strategy', 'redFlag']),
    ),
    objectOf(rationale, 'rationale', (found, path) =>
      absent(found, path, ['summary', 'disclaimer']),
    ),
  ].flat();
}

function absent<T extends object>(
  object: T,
  path: string,
  keys: readonly (keyof T & string)[],
): string[] {
  return keys.filter(key => !(key in object)).map(key => `${path}.${key}`);
}

function objectOf<T extends object>(
  object: T | undefined,
  path: string,
  names: (object: T, path: string) => string[],
): string[] {
  return object === undefined ? [path] : names(object, path);
}

function listOf<T>(
  list: readonly T[] | undefined,
  path: string,
  isNeeded: boolean,
  names: (item: T, path: string) => string[],
): string[] {
  if (list === undefined || (isNeeded && list.length === 0)) return [path];
  return list.flatMap((item, at) => names(item, `${path}[${at}]`));
}
