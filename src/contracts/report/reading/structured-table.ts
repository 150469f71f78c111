import type { ReportSectionId } from '../../../spine/report-sections.ts';
import type { FieldId } from '../labels/field-labels.ts';
import { imagingMatcher, issueMatcher, stepMatcher } from '../labels/part-matchers.ts';
import type { Table } from '../markdown/tokenise.ts';
import { type Columns, readColumns } from './read-columns.ts';

/** Where a table belongs whose columns are parts of one thing, rather than labels and texts. */
export function placeTable(
  table: Table,
  section: ReportSectionId | null,
  field: FieldId | null,
): 'here' | 'imaging' | 'postoperative' | 'treatment.physician' | null {
  if (section === 'imaging' || section === 'postoperative' || field === 'diagnosis.differentials')
    return 'here';
  if (section === 'treatment') {
    if (!isTree(readColumns(table, stepMatcher))) return null;
    return field?.startsWith('treatment.physician') ? 'here' : 'treatment.physician';
  }
  if (section !== null) return null;
  if (hasAll(readColumns(table, imagingMatcher), ['modality', 'finding'])) return 'imaging';
  return hasAll(readColumns(table, issueMatcher), ['issue', 'strategy']) ? 'postoperative' : null;
}

function isTree(
  read: Columns<'condition' | 'tree' | 'question' | 'evidence' | 'decision'> | null,
): boolean {
  return (
    hasAll(read, ['condition', 'tree']) ||
    hasAll(read, ['question', 'decision']) ||
    hasAll(read, ['evidence', 'decision'])
  );
}

function hasAll<Id extends string>(read: Columns<Id> | null, ids: readonly Id[]): boolean {
  return read !== null && ids.every(id => read.places.has(id));
}
