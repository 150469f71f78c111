import type { DatasetRecord, RecordedFinding } from '../../../contracts/imaging/index.ts';
import type { DiseaseId } from '../../../spine/index.ts';
import { diseaseOfFinding } from './disease-of-finding.ts';
import type { LabelledCase, LabelledPicture, LeftOut, LeftOutReason } from './labelled-case.ts';

/** BUU, CSXA and VinDr-SpineXR: each picture by itself, with all that anybody sees in it. */
export function labelXrays(record: DatasetRecord): LabelledCase {
  const pictures: LabelledPicture[] = [];
  const leftOut: LeftOut[] = [];
  const all = diseasesOf(record.findings);
  for (const picture of record.pictures.keys()) {
    const findings = record.findings.filter(each => each.picture === picture);
    const shown = { picture, slice: null };
    const truths = diseasesOf(findings).map(disease => ({
      disease,
      levels: levelsOf(findings, disease),
    }));
    if (truths.length > 0) pictures.push({ ...shown, truths });
    else if (isHealthy(record, findings))
      pictures.push({ ...shown, truths: [{ disease: 'healthy', levels: [] }] });
    else leftOut.push({ shown, reason: whyLeftOut(findings) });
  }
  return { pictures, leftOut, has: all, lesions: [], lesionsLeftOut: [] };
}

function diseasesOf(findings: readonly RecordedFinding[]): DiseaseId[] {
  const found = findings.flatMap(({ finding, state }) => {
    const disease = state === 'present' ? diseaseOfFinding(finding) : undefined;
    return disease === undefined || disease === 'healthy' ? [] : [disease];
  });
  return [...new Set(found)];
}

function levelsOf(findings: readonly RecordedFinding[], disease: DiseaseId): string[] {
  const named = findings
    .filter(({ finding, state }) => state === 'present' && diseaseOfFinding(finding) === disease)
    .flatMap(({ levels }) => (levels.length > 0 ? [levels.join('/')] : []));
  return [...new Set(named)];
}

/** Only where the owners say so. CSXA has no such class. */
function isHealthy(record: DatasetRecord, findings: readonly RecordedFinding[]): boolean {
  if (record.dataset === 'vindr')
    return findings.length > 0 && findings.every(({ finding }) => finding === 'healthy');
  if (record.dataset !== 'buu') return false;
  // A slip that the lateral view shows need not show in the frontal one.
  return findings.length > 0 && record.findings.every(({ state }) => state === 'absent');
}

function whyLeftOut(findings: readonly RecordedFinding[]): LeftOutReason {
  if (findings.length === 0) return 'no-label';
  const isOther = findings.some(
    ({ finding, state }) => state === 'present' && diseaseOfFinding(finding) === undefined,
  );
  return isOther ? 'no-disease-of-ours' : 'healthy-in-doubt';
}
