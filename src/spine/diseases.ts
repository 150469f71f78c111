import { createFinder } from './find-term.ts';
import type { FindingId } from './findings.ts';
import type { Term } from './term.ts';

/**
 * The answers of the second benchmark: eleven diseases and Healthy. A cervical lordosis is the
 * normal curve of the neck; that benchmark counts it as a disease because CSXA has it as a class.
 */
export const diseases = [
  {
    id: 'disc-space-narrowing',
    abbreviation: 'Dsn',
    finding: 'disc-space-narrowing',
    en: 'Disc space narrowing',
    zh: '椎间隙变窄',
    definition: 'Loss of the height between two vertebral bodies.',
    synonyms: {
      en: [
        'Dsn',
        'Disc narrowing',
        'Disk space narrowing',
        'Narrowed disc space',
        'Reduced disc height',
      ],
      zh: ['椎间隙狭窄', '椎间盘间隙变窄', '椎间盘间隙狭窄', '椎间盘高度降低'],
    },
  },
  {
    id: 'foraminal-stenosis',
    abbreviation: 'Fs',
    finding: 'foraminal-stenosis',
    en: 'Foraminal stenosis',
    zh: '椎间孔狭窄',
    definition: 'Too little room for the root where it leaves the spine.',
    synonyms: {
      en: ['Fs', 'Neural foraminal narrowing', 'Neural foraminal stenosis', 'Foraminal narrowing'],
      zh: ['神经孔狭窄', '椎间孔变窄', '神经根管出口狭窄'],
    },
  },
  {
    id: 'subarticular-stenosis',
    abbreviation: 'Sas',
    finding: 'subarticular-stenosis',
    en: 'Subarticular stenosis',
    zh: '关节突下狭窄',
    definition: 'Too little room in the lateral recess, under the facet joint.',
    synonyms: {
      en: [
        'Sas',
        'Lateral recess stenosis',
        'Subarticular zone stenosis',
        'Lateral recess narrowing',
      ],
      zh: ['侧隐窝狭窄', '关节下狭窄', '关节突下区狭窄'],
    },
  },
  {
    id: 'osteophytes',
    abbreviation: 'Ost',
    finding: 'osteophytes',
    en: 'Osteophytes',
    zh: '骨赘',
    definition: 'Bone spurs at the edges of a vertebral body.',
    synonyms: {
      en: ['Ost', 'Osteophyte', 'Bone spurs', 'Osteophyte formation', 'Marginal osteophytes'],
      zh: ['骨质增生', '骨刺', '骨赘形成'],
    },
  },
  {
    id: 'spinal-canal-stenosis',
    abbreviation: 'Scs',
    finding: 'canal-stenosis',
    en: 'Spinal canal stenosis',
    zh: '椎管狭窄',
    definition: 'Too little room in the central canal for cord or cauda equina.',
    synonyms: {
      en: [
        'Scs',
        'Central canal stenosis',
        'Canal stenosis',
        'Central stenosis',
        'Spinal canal narrowing',
      ],
      zh: ['中央椎管狭窄', '椎管狭窄症'],
    },
  },
  {
    id: 'spondylolisthesis',
    abbreviation: 'Spondy',
    finding: 'spondylolisthesis',
    en: 'Spondylolisthesis',
    zh: '脊椎滑脱',
    definition: 'A vertebra that has slipped on the one below.',
    synonyms: {
      en: ['Spondy', 'Spondylolysthesis', 'Vertebral slip', 'Vertebral slippage'],
      zh: ['椎体滑脱', '腰椎滑脱', '脊柱滑脱', '滑脱'],
    },
  },
  {
    id: 'straight-cervical-vertebrae',
    abbreviation: 'Strcv',
    finding: 'cervical-straightening',
    en: 'Straight cervical vertebrae',
    zh: '颈椎变直',
    definition: 'A neck that has lost its forward curve and stands straight.',
    synonyms: {
      en: [
        'Strcv',
        'Straight cervical spine',
        'Cervical straightening',
        'Straightening of the cervical spine',
        'Loss of cervical lordosis',
      ],
      zh: ['颈椎生理曲度变直', '颈椎曲度变直', '颈椎生理曲度消失', '直颈'],
    },
  },
  {
    id: 'vertebral-collapse',
    abbreviation: 'Vc',
    finding: 'vertebral-collapse',
    en: 'Vertebral collapse',
    zh: '椎体塌陷',
    definition: 'Loss of height of a vertebral body, whatever broke it.',
    synonyms: {
      en: ['Vc', 'Collapsed vertebra', 'Vertebral body collapse', 'Vertebral compression'],
      zh: ['椎体压缩', '椎体塌陷性改变', '椎体压缩变形'],
    },
  },
  {
    id: 'cervical-kyphosis',
    abbreviation: 'Ck',
    finding: 'cervical-kyphosis',
    en: 'Cervical kyphosis',
    zh: '颈椎后凸',
    definition: 'A neck that bends the wrong way, its hollow to the front.',
    synonyms: {
      en: [
        'Ck',
        'Kyphotic cervical spine',
        'Reversed cervical lordosis',
        'Cervical kyphotic deformity',
      ],
      zh: ['颈椎反弓', '颈椎后凸畸形', '颈椎曲度反弓'],
    },
  },
  {
    id: 'cervical-lordosis',
    abbreviation: 'Cl',
    finding: 'cervical-lordosis',
    en: 'Cervical lordosis',
    zh: '颈椎前凸',
    definition:
      'The forward curve of the neck; the usual shape, here one of the classes to tell apart.',
    synonyms: {
      en: ['Cl', 'Lordotic cervical spine', 'Normal cervical lordosis'],
      zh: ['颈椎生理前凸', '颈椎前凸存在', '颈椎生理曲度存在'],
    },
  },
  {
    id: 'sigmoid-cervical-vertebrae',
    abbreviation: 'Sigcv',
    finding: 'cervical-sigmoid',
    en: 'Sigmoid cervical vertebrae',
    zh: '颈椎S形弯曲',
    definition: 'A neck whose curve changes direction on the way, like an S.',
    synonyms: {
      en: [
        'Sigcv',
        'Sigmoid cervical spine',
        'S-shaped cervical spine',
        'Sigmoid cervical curvature',
      ],
      zh: ['S形颈椎', 'S型颈椎', '颈椎S型弯曲', '颈椎S形曲度', '颈椎S型曲度'],
    },
  },
  {
    id: 'healthy',
    abbreviation: null,
    finding: 'healthy',
    en: 'Healthy',
    zh: '健康',
    definition: 'None of the diseases of this benchmark.',
    synonyms: {
      en: ['Normal', 'No finding', 'No abnormality', 'Healthy spine', 'No disease'],
      zh: ['正常', '未见异常', '无异常', '无疾病', '未见明显异常'],
    },
  },
] as const satisfies readonly (Term & {
  readonly abbreviation: string | null;
  readonly finding: FindingId;
})[];

export type Disease = (typeof diseases)[number];
export type DiseaseId = Disease['id'];
export type DiseaseName = Disease['en'];

export const findDisease = createFinder<Disease>(diseases);
