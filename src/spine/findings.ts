import { createFinder } from './find-term.ts';
import type { Term } from './term.ts';

/**
 * Our own vocabulary of findings, to which every dataset's labels are mapped. `broader` names the
 * finding of which this one is a kind. `nature` says whether it is an abnormality at all.
 */
export const findings = [
  {
    id: 'healthy',
    nature: 'normal',
    broader: null,
    en: 'No abnormality',
    zh: '未见异常',
    definition: 'Looked at, and nothing abnormal seen. An absent or blank label does not say this.',
    synonyms: {
      en: ['Healthy', 'Normal', 'No finding', 'Unremarkable'],
      zh: ['健康', '正常', '无异常', '未见明显异常'],
    },
  },
  {
    id: 'vertebral-degeneration',
    nature: 'abnormality',
    broader: null,
    en: 'Vertebral degeneration',
    zh: '椎体退行性改变',
    definition: 'Wear of a vertebra as a whole, without saying which sign of it.',
    synonyms: {
      en: ['Degenerative vertebra', 'Degenerative change of the vertebra'],
      zh: ['椎体退变', '椎体退行性变', '椎体退化'],
    },
  },
  {
    id: 'osteophytes',
    nature: 'abnormality',
    broader: 'vertebral-degeneration',
    en: 'Osteophytes',
    zh: '骨赘',
    definition: 'Bone spurs at the edges of a vertebral body.',
    synonyms: {
      en: ['Osteophyte', 'Bone spurs', 'Osteophyte formation', 'Marginal osteophytes'],
      zh: ['骨质增生', '骨刺', '骨赘形成'],
    },
  },
  {
    id: 'endplate-change',
    nature: 'abnormality',
    broader: 'vertebral-degeneration',
    en: 'Endplate change',
    zh: '终板改变',
    definition: 'Irregular, broken or sclerotic endplate.',
    synonyms: {
      en: ['Endplate damage', 'Endplate defect', 'Endplate irregularity', 'Endplate degeneration'],
      zh: ['终板损伤', '终板退变', '终板不规则', '终板缺损'],
    },
  },
  {
    id: 'modic-change',
    nature: 'abnormality',
    broader: 'vertebral-degeneration',
    en: 'Modic change',
    zh: 'Modic改变',
    definition:
      'Signal change of the marrow beside an endplate: oedema (1), fat (2), sclerosis (3).',
    synonyms: {
      en: ['Modic changes', 'Modic', 'Modic type changes'],
      zh: ['莫迪克改变', 'Modic变性', '终板炎'],
    },
  },
  {
    id: 'disc-degeneration',
    nature: 'abnormality',
    broader: null,
    en: 'Disc degeneration',
    zh: '椎间盘退变',
    definition:
      'Loss of water, structure and at last height of a disc; graded 1 to 5 by Pfirrmann.',
    synonyms: {
      en: ['Degenerated disc', 'Disc desiccation', 'Degenerative disc disease', 'Disc dehydration'],
      zh: ['椎间盘变性', '椎间盘退行性变', '椎间盘脱水', '椎间盘退化'],
    },
  },
  {
    id: 'disc-space-narrowing',
    nature: 'abnormality',
    broader: 'disc-degeneration',
    en: 'Disc space narrowing',
    zh: '椎间隙变窄',
    definition: 'Loss of the height between two vertebral bodies.',
    synonyms: {
      en: ['Disc narrowing', 'Disk space narrowing', 'Reduced disc height', 'Loss of disc height'],
      zh: ['椎间隙狭窄', '椎间盘间隙变窄', '椎间盘间隙狭窄', '椎间盘高度降低'],
    },
  },
  {
    id: 'disc-displacement',
    nature: 'abnormality',
    broader: null,
    en: 'Disc displacement',
    zh: '椎间盘移位',
    definition: 'Disc material beyond the space of the disc, in any direction.',
    synonyms: { en: ['Displaced disc', 'Displacement of the disc'], zh: ['椎间盘组织移位'] },
  },
  {
    id: 'disc-bulge',
    nature: 'abnormality',
    broader: 'disc-displacement',
    en: 'Disc bulge',
    zh: '椎间盘膨出',
    definition: 'The disc reaches beyond the vertebral edge over more than a quarter of its rim.',
    synonyms: { en: ['Bulging disc', 'Disc bulging', 'Disk bulge'], zh: ['椎间盘膨隆'] },
  },
  {
    id: 'disc-herniation',
    nature: 'abnormality',
    broader: 'disc-displacement',
    en: 'Disc herniation',
    zh: '椎间盘突出症',
    definition: 'Disc material displaced at one place; protrusion and extrusion are its forms.',
    synonyms: {
      en: [
        'Herniated disc',
        'Disk herniation',
        'Herniated nucleus pulposus',
        'HNP',
        'Slipped disc',
      ],
      zh: ['椎间盘疝', '椎间盘疝出', '髓核突出', '椎间盘突出脱出'],
    },
  },
  {
    id: 'disc-protrusion',
    nature: 'abnormality',
    broader: 'disc-herniation',
    en: 'Disc protrusion',
    zh: '椎间盘突出',
    definition: 'A herniation whose base is wider than what stands out.',
    synonyms: {
      en: ['Protruded disc', 'Protruding disc', 'Disk protrusion'],
      zh: ['椎间盘突出型'],
    },
  },
  {
    id: 'disc-extrusion',
    nature: 'abnormality',
    broader: 'disc-herniation',
    en: 'Disc extrusion',
    zh: '椎间盘脱出',
    definition: 'A herniation whose neck is narrower than what stands out, or that has come free.',
    synonyms: { en: ['Extruded disc', 'Disk extrusion'], zh: ['椎间盘脱出型', '髓核脱出'] },
  },
  {
    id: 'intravertebral-herniation',
    nature: 'abnormality',
    // Some count it as a herniation and some do not; a displacement it is for both.
    broader: 'disc-displacement',
    en: 'Intravertebral herniation',
    zh: '椎体内疝出',
    definition: 'Disc material pushed through an endplate into the vertebral body.',
    synonyms: {
      en: ["Schmorl's node", "Schmorl's nodes", 'Schmorl node', 'Intravertebral disc herniation'],
      zh: ['许莫氏结节', '施莫尔结节', '许氏结节', 'Schmorl结节', '椎间盘椎体内疝'],
    },
  },
  {
    id: 'spinal-stenosis',
    nature: 'abnormality',
    broader: null,
    en: 'Spinal stenosis',
    zh: '脊柱狭窄',
    definition: 'Too little room for nerves, in the canal, the lateral recess or the foramen.',
    synonyms: {
      en: ['Neural canal narrowing', 'Stenosis of the spine'],
      zh: ['神经通道狭窄', '脊柱狭窄症'],
    },
  },
  {
    id: 'canal-stenosis',
    nature: 'abnormality',
    broader: 'spinal-stenosis',
    en: 'Spinal canal stenosis',
    zh: '椎管狭窄',
    definition: 'Too little room in the central canal.',
    synonyms: {
      en: [
        'Central canal stenosis',
        'Canal stenosis',
        'Central stenosis',
        'Spinal canal narrowing',
      ],
      zh: ['中央椎管狭窄', '椎管狭窄症'],
    },
  },
  {
    id: 'foraminal-stenosis',
    nature: 'abnormality',
    broader: 'spinal-stenosis',
    en: 'Foraminal stenosis',
    zh: '椎间孔狭窄',
    definition: 'Too little room for the root in its foramen.',
    synonyms: {
      en: ['Neural foraminal narrowing', 'Neural foraminal stenosis', 'Foraminal narrowing'],
      zh: ['神经孔狭窄', '椎间孔变窄', '神经根管出口狭窄'],
    },
  },
  {
    id: 'subarticular-stenosis',
    nature: 'abnormality',
    broader: 'spinal-stenosis',
    en: 'Subarticular stenosis',
    zh: '关节突下狭窄',
    definition: 'Too little room in the lateral recess, under the facet joint.',
    synonyms: {
      en: ['Lateral recess stenosis', 'Subarticular zone stenosis', 'Lateral recess narrowing'],
      zh: ['侧隐窝狭窄', '关节下狭窄', '关节突下区狭窄'],
    },
  },
  {
    id: 'spondylolisthesis',
    nature: 'abnormality',
    broader: null,
    en: 'Spondylolisthesis',
    zh: '脊椎滑脱',
    definition: 'A vertebra that has slipped on the one below.',
    synonyms: {
      en: ['Spondylolysthesis', 'Vertebral slip', 'Vertebral slippage'],
      zh: ['椎体滑脱', '腰椎滑脱', '脊柱滑脱', '滑脱'],
    },
  },
  {
    id: 'vertebral-collapse',
    nature: 'abnormality',
    broader: null,
    en: 'Vertebral collapse',
    zh: '椎体塌陷',
    definition: 'Loss of height of a vertebral body, whatever broke it.',
    synonyms: {
      en: ['Collapsed vertebra', 'Vertebral body collapse', 'Vertebral compression'],
      zh: ['椎体压缩', '椎体塌陷性改变', '椎体压缩变形'],
    },
  },
  {
    id: 'cervical-curve-change',
    nature: 'abnormality',
    broader: null,
    en: 'Abnormal cervical curve',
    zh: '颈椎曲度异常',
    definition: 'A neck whose curve is not the usual lordosis.',
    synonyms: {
      en: [
        'Cervical curvature disorder',
        'Cervical spine curvature disorders',
        'Abnormal cervical curvature',
      ],
      zh: ['颈椎生理曲度异常', '颈椎曲度改变', '颈椎曲度失常'],
    },
  },
  {
    id: 'cervical-straightening',
    nature: 'abnormality',
    broader: 'cervical-curve-change',
    en: 'Straight cervical spine',
    zh: '颈椎变直',
    definition: 'A neck that has lost its forward curve and stands straight.',
    synonyms: {
      en: [
        'Straight cervical vertebrae',
        'Cervical straightening',
        'Straightening of the cervical spine',
        'Loss of cervical lordosis',
      ],
      zh: ['颈椎生理曲度变直', '颈椎曲度变直', '颈椎生理曲度消失', '直颈'],
    },
  },
  {
    id: 'cervical-kyphosis',
    nature: 'abnormality',
    broader: 'cervical-curve-change',
    en: 'Cervical kyphosis',
    zh: '颈椎后凸',
    definition: 'A neck that bends the wrong way, its hollow to the front.',
    synonyms: {
      en: ['Kyphotic cervical spine', 'Reversed cervical lordosis', 'Cervical kyphotic deformity'],
      zh: ['颈椎反弓', '颈椎后凸畸形', '颈椎曲度反弓'],
    },
  },
  {
    id: 'cervical-sigmoid',
    nature: 'abnormality',
    broader: 'cervical-curve-change',
    en: 'Sigmoid cervical spine',
    zh: '颈椎S形弯曲',
    definition: 'A neck whose curve changes direction on the way, like an S.',
    synonyms: {
      en: ['Sigmoid cervical vertebrae', 'S-shaped cervical spine', 'Sigmoid cervical curvature'],
      zh: ['S形颈椎', 'S型颈椎', '颈椎S型弯曲', '颈椎S形曲度', '颈椎S型曲度'],
    },
  },
  {
    id: 'cervical-lordosis',
    nature: 'normal',
    broader: null,
    en: 'Cervical lordosis',
    zh: '颈椎前凸',
    definition:
      'The usual forward curve of the neck. It says nothing about the rest of the picture.',
    synonyms: {
      en: ['Lordotic cervical spine', 'Normal cervical lordosis'],
      zh: ['颈椎生理前凸', '颈椎前凸存在', '颈椎生理曲度存在'],
    },
  },
  {
    id: 'supernumerary-vertebra',
    nature: 'variant',
    broader: null,
    en: 'Supernumerary vertebra',
    zh: '额外椎骨',
    definition: 'A vertebra more than the usual count, such as T13 or L6.',
    synonyms: {
      en: ['Extra vertebra', 'Additional vertebra', 'Numerical variant of the vertebrae'],
      zh: ['多余椎骨', '椎骨数目变异', '椎体数目变异'],
    },
  },
  {
    id: 'surgical-implant',
    nature: 'device',
    broader: null,
    en: 'Surgical implant',
    zh: '手术植入物',
    definition: 'Screws, rods, cages, cement or other material from an operation.',
    synonyms: {
      en: ['Implant', 'Surgical hardware', 'Instrumentation', 'Internal fixation'],
      zh: ['植入物', '内固定', '内固定物', '手术内植物', '内植物'],
    },
  },
  {
    id: 'other-lesion',
    nature: 'unspecified',
    broader: null,
    en: 'Other lesion',
    zh: '其他病变',
    definition: 'Abnormal, and outside the list that was used. Two of these need not be alike.',
    synonyms: {
      en: ['Other lesions', 'Other abnormality', 'Other finding'],
      zh: ['其他异常', '其它病变'],
    },
  },
] as const satisfies readonly (Term & {
  readonly nature: 'abnormality' | 'normal' | 'variant' | 'device' | 'unspecified';
  readonly broader: string | null;
})[];

export type Finding = (typeof findings)[number];
export type FindingId = Finding['id'];

export const findFinding = createFinder<Finding>(findings);

/** The finding itself and everything it is a kind of, nearest first. */
export function findingWithBroader(id: FindingId): FindingId[] {
  const chain: FindingId[] = [];
  let next: FindingId | null = id;
  while (next !== null) {
    chain.push(next);
    next = broaderOf.get(next) ?? null;
  }
  return chain;
}

const broaderOf = new Map<FindingId, FindingId | null>(
  findings.map(finding => [finding.id, finding.broader]),
);
