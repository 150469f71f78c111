import type { DataClass } from '../../contracts/data-class.ts';
import type { DatasetId } from '../../spine/index.ts';

type Facts = { class: DataClass; licence?: string; doi?: string; redistribution: string };

const pointerOnly = 'metadata pointer only';

/** What their owners allow. Where nothing is known for certain it is `licensed`: whoever has the
 *  files has agreed to something. Pictures are passed on of none of them. */
export const datasetFacts: Readonly<Record<DatasetId, Facts>> = {
  verse: { class: 'public', licence: 'CC-BY-SA-4.0', redistribution: pointerOnly },
  spider: { class: 'public', licence: 'CC-BY-4.0', redistribution: pointerOnly },
  spark: { class: 'licensed', redistribution: pointerOnly },
  rsna: { class: 'licensed', redistribution: pointerOnly },
  buu: { class: 'licensed', redistribution: pointerOnly },
  csxa: { class: 'licensed', redistribution: pointerOnly },
  // Whoever may see it has signed for himself alone.
  vindr: { class: 'licensed', licence: 'credentialed access', redistribution: 'never' },
};
