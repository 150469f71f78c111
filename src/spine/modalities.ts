import { createFinder } from './find-term.ts';
import type { Term } from './term.ts';

/** What an item shows or says. `imaging` marks the methods that look into the patient. */
export const modalities = [
  {
    id: 'XR',
    imaging: true,
    en: 'X-ray',
    zh: 'X线',
    definition: 'Projection radiography: plain films, full-length films, fluoroscopy, myelography.',
    synonyms: {
      en: [
        'X-rays',
        'Xray',
        'Radiograph',
        'Radiography',
        'Plain film',
        'Plain radiograph',
        'X-ray film',
        'CR',
        'DR',
        'DX',
        'EOS',
        'Fluoroscopy',
        'Myelography',
        'Myelogram',
      ],
      zh: ['X线片', 'X光', 'X光片', '平片', 'X射线', 'X线平片', 'DR片', '透视', '脊髓造影'],
    },
  },
  {
    id: 'CT',
    imaging: true,
    en: 'CT',
    zh: 'CT',
    definition: 'Computed tomography, with or without contrast in the thecal sac or the vessels.',
    synonyms: {
      en: [
        'CT scan',
        'Computed tomography',
        'CAT scan',
        'CT myelography',
        'CT myelogram',
        'CBCT',
        'CTA',
        'CTM',
      ],
      zh: ['CT扫描', '计算机断层扫描', '计算机体层成像', 'CT检查', 'CT平扫', 'CT脊髓造影'],
    },
  },
  {
    id: 'MRI',
    imaging: true,
    en: 'MRI',
    zh: 'MRI',
    definition: 'Magnetic resonance imaging, any sequence.',
    synonyms: {
      en: ['MR', 'MRI scan', 'Magnetic resonance imaging', 'MR imaging', 'MR scan', 'MRA'],
      zh: [
        '磁共振',
        '核磁共振',
        '核磁',
        '磁共振成像',
        'MRI检查',
        'MR检查',
        'MRI平扫',
        '磁共振检查',
      ],
    },
  },
  {
    id: 'US',
    imaging: true,
    en: 'Ultrasound',
    zh: '超声',
    definition: 'Sonography, Doppler included.',
    synonyms: {
      en: ['Sonography', 'Ultrasonography', 'Sonogram', 'Doppler ultrasound'],
      zh: ['B超', '彩超', '超声检查', '多普勒超声'],
    },
  },
  {
    id: 'NM',
    imaging: true,
    en: 'Nuclear medicine',
    zh: '核医学',
    definition: 'Bone scan, SPECT and PET, also when fused with CT or MRI.',
    synonyms: {
      en: [
        'Bone scan',
        'Bone scintigraphy',
        'Scintigraphy',
        'SPECT',
        'SPECT/CT',
        'PET',
        'PET/CT',
        'PET/MRI',
      ],
      zh: ['骨扫描', '核素骨扫描', '骨显像', 'ECT', 'PET-CT'],
    },
  },
  {
    id: 'DXA',
    imaging: true,
    en: 'Bone densitometry',
    zh: '骨密度',
    definition: 'Measurement of bone mineral density by dual-energy X-ray absorptiometry.',
    synonyms: {
      en: ['DEXA', 'Dual-energy X-ray absorptiometry', 'Bone density scan', 'Bone mineral density'],
      zh: ['双能X线骨密度', '双能X线吸收法', '骨密度检查', '骨密度测定', '双能X线'],
    },
  },
  {
    id: 'photograph',
    imaging: false,
    en: 'Photograph',
    zh: '照片',
    definition: 'What a camera sees: the patient, the operating field, an implant, a specimen.',
    synonyms: {
      en: ['Photo', 'Clinical photograph', 'Intraoperative photograph'],
      zh: ['临床照片', '术中照片', '体位照', '外观照'],
    },
  },
  {
    id: 'histology',
    imaging: false,
    en: 'Histology',
    zh: '病理',
    definition: 'Tissue under the microscope.',
    synonyms: {
      en: ['Pathology', 'Histopathology', 'Microscopy', 'Histology slide'],
      zh: ['病理切片', '组织学', '病理检查', '组织病理'],
    },
  },
  {
    id: 'drawing',
    imaging: false,
    en: 'Drawing',
    zh: '示意图',
    definition: 'Illustrations, diagrams and charts.',
    synonyms: {
      en: ['Illustration', 'Diagram', 'Schematic', 'Chart', 'Figure'],
      zh: ['图示', '绘图', '插图', '图表', '线图'],
    },
  },
  {
    id: 'table',
    imaging: false,
    en: 'Table',
    zh: '表格',
    definition: 'Values in rows and columns, such as laboratory results.',
    synonyms: { en: ['Tabular data', 'Laboratory table'], zh: ['数据表', '化验单', '检验表'] },
  },
  {
    id: 'text',
    imaging: false,
    en: 'Text',
    zh: '文本',
    definition: 'Words alone.',
    synonyms: { en: ['Text only', 'Plain text'], zh: ['文字', '纯文本'] },
  },
] as const satisfies readonly (Term & { readonly imaging: boolean })[];

export type Modality = (typeof modalities)[number];
export type ModalityId = Modality['id'];
export type ImagingModalityId = Extract<Modality, { imaging: true }>['id'];

export const imagingModalityIds = [
  'XR',
  'CT',
  'MRI',
  'US',
  'NM',
  'DXA',
] as const satisfies readonly ImagingModalityId[];

export const findModality = createFinder<Modality>(modalities);
