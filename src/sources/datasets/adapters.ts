import type { DatasetId } from '../../spine/index.ts';
import type { DatasetAdapter } from './adapter.ts';
import { buu } from './buu.ts';
import { csxa } from './csxa/adapter.ts';
import { rsna } from './rsna/adapter.ts';
import { spark } from './spark.ts';
import { spider } from './spider/adapter.ts';
import { verse } from './verse/adapter.ts';
import { vindr } from './vindr.ts';

export const adapters: Readonly<Record<DatasetId, DatasetAdapter>> = {
  verse,
  spider,
  spark,
  rsna,
  buu,
  csxa,
  vindr,
};
