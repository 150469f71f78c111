import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PartialReport, reportSchema } from '../schema.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { nameMissing } from './name-missing.ts';

/** Every place of the report that can be taken away, by its path. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const key = Array.isArray(value) ? Number(name) : name;
    const below = pathsOf(child, [...path, key]);
    return Array.isArray(value) || path.includes('measures') ? below : [[...path, key], ...below];
  });
}

function without(path: readonly (string | number)[]): PartialReport {
  const report = structuredClone(sampleReport);
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => value?.[key as never], report);
  if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, path.at(-1)!);
  return report;
}

const nameOf = (path: readonly PropertyKey[]) =>
  path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);

describe('what is missing', () => {
  it('is nothing in a valid report, and every section in an empty one', () => {
    expect(nameMissing(sampleReport)).toEqual([]);
    expect(nameMissing({})).toEqual([
      'imaging',
      'diagnosis',
      'treatment',
      'risk',
      'postoperative',
      'rationale',
    ]);
  });

  it('is named where the schema finds it, for every place of the report', () => {
    const paths = pathsOf(sampleReport);
    expect(paths.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...paths), path => {
        const report = without(path);
        const found = reportSchema.safeParse(report).error?.issues.map(issue => nameOf(issue.path));
        expect(nameMissing(report)).toEqual(found);
        expect(found).toEqual([nameOf(path)]);
      }),
      { numRuns: 200 },
    );
  });

  it('is an empty list where something is needed, and not where none may be', () => {
    const { imaging, risk } = sampleReport;
    const [first] = imaging;
    expect(nameMissing({ ...sampleReport, imaging: [] })).toEqual(['imaging']);
    expect(nameMissing({ ...sampleReport, imaging: [{ ...first!, findings: [] }] })).toEqual([
      'imaging[0].findings',
    ]);
    expect(nameMissing({ ...sampleReport, risk: { ...risk, redFlags: [] } })).toEqual([
      'risk.redFlags',
    ]);
    expect(
      nameMissing({ ...sampleReport, postoperative: [], risk: { ...risk, risks: [] } }),
    ).toEqual([]);
  });
});
