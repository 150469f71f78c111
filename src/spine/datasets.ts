import { createFinder } from './find-term.ts';
import type { ModalityId } from './modalities.ts';
import type { Term } from './term.ts';

/** The public image datasets whose labels the field trains and tests on. */
export const datasets = [
  {
    id: 'verse',
    modalities: ['CT'],
    en: 'VerSe 2020',
    zh: 'VerSe 2020 椎骨分割',
    definition: 'CT with every vertebra named and segmented; it names anatomy, not disease.',
    synonyms: { en: ['VerSe', 'VerSe20', "VerSe'20"], zh: ['VerSe数据集'] },
  },
  {
    id: 'spider',
    modalities: ['MRI'],
    en: 'SPIDER',
    zh: 'SPIDER 腰椎MRI',
    definition: 'Lumbar MRI with vertebrae, discs and canal segmented and each disc level graded.',
    synonyms: { en: ['Lumbar Spine MRI', 'Lumbar Spine MRI (SPIDER)'], zh: ['SPIDER数据集'] },
  },
  {
    id: 'spark',
    modalities: ['MRI', 'CT'],
    en: 'Spark (Tianchi)',
    zh: '天池Spark脊柱疾病智能诊断',
    definition:
      'Lumbar slices with one point a vertebra and a disc, each with its kind of degeneration.',
    synonyms: { en: ['Spark', 'Tianchi 531796', 'Tianchi Spark'], zh: ['天池脊柱', 'Spark数据集'] },
  },
  {
    id: 'rsna',
    modalities: ['MRI'],
    en: 'RSNA LumbarDISC',
    zh: 'RSNA 2024 腰椎退行性疾病',
    definition: 'Lumbar MRI with the severity of five kinds of narrowing at each of five levels.',
    synonyms: {
      en: ['RSNA', 'LumbarDISC', 'RSNA 2024 Lumbar Spine Degenerative Classification'],
      zh: ['RSNA数据集'],
    },
  },
  {
    id: 'buu',
    modalities: ['XR'],
    en: 'BUU-LSPINE',
    zh: 'BUU 腰椎X线',
    definition: 'Lumbar X-rays, frontal and lateral, with vertebral edges and a mark for slips.',
    synonyms: { en: ['BUU', 'BUU Spine Dataset', 'BUU-LSPINE-400'], zh: ['BUU数据集'] },
  },
  {
    id: 'csxa',
    modalities: ['XR'],
    en: 'CSXA',
    zh: 'CSXA 颈椎X线',
    definition: 'Lateral X-rays of the neck with keypoints and one of five shapes of its curve.',
    synonyms: { en: ['CSXA V3', 'Cervical Spine X-ray Atlas'], zh: ['CSXA数据集'] },
  },
  {
    id: 'vindr',
    modalities: ['XR'],
    en: 'VinDr-SpineXR',
    zh: 'VinDr-SpineXR 脊柱X线',
    definition: 'Spine X-rays with boxes around lesions of seven kinds, or none.',
    synonyms: { en: ['VinDr', 'VinDr SpineXR'], zh: ['VinDr数据集'] },
  },
] as const satisfies readonly (Term & { readonly modalities: readonly ModalityId[] })[];

export type Dataset = (typeof datasets)[number];
export type DatasetId = Dataset['id'];

export const findDataset = createFinder<Dataset>(datasets);
