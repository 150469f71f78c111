import { type DiseaseId, diseases } from '../../../spine/index.ts';

/** The eleven diseases as numbers from 0, and after them Healthy, of which the library has no
 *  pictures: it is an option of every question anyway. */
export const diseaseIds: readonly DiseaseId[] = diseases.map(({ id }) => id);
export const healthy = diseaseIds.indexOf('healthy');
export const numberOf = (disease: DiseaseId): number => diseaseIds.indexOf(disease);
