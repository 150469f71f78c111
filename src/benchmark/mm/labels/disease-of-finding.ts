import { type DiseaseId, diseases, type FindingId } from '../../../spine/index.ts';

const byFinding = new Map<FindingId, DiseaseId>(diseases.map(({ id, finding }) => [finding, id]));

/** Of the eleven diseases and Healthy; undefined for any other finding. */
export const diseaseOfFinding = (finding: FindingId): DiseaseId | undefined =>
  byFinding.get(finding);
