import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import { LEVELS } from '../../../spine/index.ts';

/** Every vertebra that landmarks and findings name, from the head down. */
export function finishRecord(record: DatasetRecord): DatasetRecord {
  const named = new Set([
    ...record.levels,
    ...record.landmarks.flatMap(({ levels }) => levels),
    ...record.findings.flatMap(({ levels }) => levels),
  ]);
  return { ...record, levels: LEVELS.filter(level => named.has(level)) };
}
