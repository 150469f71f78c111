import { createFinder } from './find-term.ts';
import type { Term } from './term.ts';

/** The fourteen fields of spine surgery. The English names are the keys of published figures. */
export const subspecialties = [
  {
    id: 'general-considerations',
    en: 'General Considerations',
    zh: '总论',
    definition:
      'What serves every field: anatomy, development, history taking, examination, imaging, and care around an operation.',
    synonyms: {
      en: ['General', 'General Principles', 'Basic Spine Anatomy and Evaluation', 'Fundamentals'],
      zh: ['脊柱总论', '一般考虑', '概论', '基础与评估', '一般原则'],
    },
  },
  {
    id: 'biomechanics',
    en: 'Biomechanics',
    zh: '生物力学',
    definition:
      'How the spine and its implants carry load and move: forces, stiffness, stability, fatigue.',
    synonyms: {
      en: [
        'Spine Biomechanics',
        'Spinal Biomechanics',
        'Spine Mechanics',
        'Biomechanics of the Spine',
      ],
      zh: ['脊柱生物力学', '力学'],
    },
  },
  {
    id: 'anatomic-approaches',
    en: 'Anatomic Approaches',
    zh: '手术入路',
    definition:
      'The ways to the spine: planes, structures at risk, positioning and exposure, from front, side and back.',
    synonyms: {
      en: ['Anatomical Approaches', 'Surgical Approaches', 'Surgical Exposure', 'Approaches'],
      zh: ['解剖入路', '解剖学入路', '脊柱手术入路', '外科入路', '手术显露'],
    },
  },
  {
    id: 'cervical-degenerative',
    en: 'The Cervical Degenerative Spine',
    zh: '颈椎退行性疾病',
    definition:
      'Wear of the neck and what it does to cord and roots: disc disease, spondylosis, stenosis, ossified ligaments.',
    synonyms: {
      en: [
        'Cervical Degenerative Disease',
        'Degenerative Cervical Spine',
        'Cervical Spondylosis',
        'Cervical Degeneration',
        'Cervical Spondylotic Myelopathy',
        'Degenerative Cervical Myelopathy',
        'Cervical Disc Herniation',
      ],
      zh: [
        '颈椎退变',
        '颈椎退变性疾病',
        '颈椎退行性病变',
        '退行性颈椎疾病',
        '颈椎病',
        '脊髓型颈椎病',
        '颈椎间盘突出症',
        '颈椎间盘突出',
      ],
    },
  },
  {
    id: 'thoracic-and-lumbar-degenerative',
    en: 'The Thoracic and Lumbar Degenerative Spine',
    zh: '胸腰椎退行性疾病',
    definition:
      'Wear of the thoracic and lumbar spine: disc herniation, stenosis, facet disease, discogenic pain, without slip or deformity as the main problem.',
    synonyms: {
      en: [
        'Thoracolumbar Degenerative Spine',
        'Thoracolumbar Degenerative Disease',
        'Thoracolumbar Degeneration',
        'Degenerative Lumbar Disease',
        'Lumbar Degenerative Spine',
        'Lumbar Degenerative Disease',
        'Thoracic Degenerative Spine',
        'Degenerative Thoracic and Lumbar Spine',
        'Degenerative Lumbar Spine',
        'Lumbar Disc Herniation',
        'Lumbar Spinal Stenosis',
      ],
      zh: [
        '胸腰椎退变',
        '胸腰椎退变性疾病',
        '胸腰椎退行性病变',
        '胸椎和腰椎退行性疾病',
        '胸椎与腰椎退行性疾病',
        '腰椎退行性疾病',
        '腰椎退变性疾病',
        '腰椎间盘突出症',
        '腰椎间盘突出',
        '腰椎管狭窄症',
      ],
    },
  },
  {
    id: 'spondylolisthesis',
    en: 'Spondylolisthesis',
    zh: '脊椎滑脱',
    definition:
      'A vertebra that has slipped on the one below, and the defect of the pars that may lead to it.',
    synonyms: {
      en: [
        'Spondylolysis',
        'Pars Interarticularis Defect',
        'Isthmic Spondylolisthesis',
        'Degenerative Spondylolisthesis',
        'Spondylolysis and Spondylolisthesis',
      ],
      zh: ['腰椎滑脱', '椎体滑脱', '脊柱滑脱', '腰椎滑脱症', '脊椎滑脱症', '椎弓峡部裂', '峡部裂'],
    },
  },
  {
    id: 'idiopathic-scoliosis',
    en: 'Idiopathic Scoliosis',
    zh: '特发性脊柱侧凸',
    definition:
      'Lateral curvature with rotation for which no cause is found, from infancy to the end of growth.',
    synonyms: {
      en: [
        'Adolescent Idiopathic Scoliosis',
        'AIS',
        'Juvenile Idiopathic Scoliosis',
        'Infantile Idiopathic Scoliosis',
        'Early-Onset Idiopathic Scoliosis',
      ],
      zh: [
        '特发性脊柱侧弯',
        '特发性侧凸',
        '特发性侧弯',
        '青少年特发性脊柱侧凸',
        '青少年特发性脊柱侧弯',
      ],
    },
  },
  {
    id: 'adult-spinal-deformity',
    en: 'Adult Spinal Deformity',
    zh: '成人脊柱畸形',
    definition:
      'Coronal or sagittal malalignment of the grown spine, degenerative or left over from youth.',
    synonyms: {
      en: [
        'ASD',
        'Adult Scoliosis',
        'Adult Degenerative Scoliosis',
        'Degenerative Scoliosis',
        'Sagittal Imbalance',
        'De Novo Scoliosis',
      ],
      zh: [
        '成人脊柱侧凸',
        '成人脊柱侧弯',
        '成人脊柱侧凸畸形',
        '退行性脊柱侧凸',
        '退变性脊柱侧凸',
        '退行性脊柱侧弯',
        '退变性脊柱侧弯',
        '矢状面失衡',
      ],
    },
  },
  {
    id: 'dysplastic-and-congenital-deformities',
    en: 'Dysplastic and Congenital Deformities',
    zh: '发育不良性与先天性畸形',
    definition:
      'Deformity from malformed vertebrae or from a dysplasia or syndrome that disturbs how the skeleton grows.',
    synonyms: {
      en: [
        'Congenital and Dysplastic Deformities',
        'Congenital Deformities',
        'Congenital Spinal Deformity',
        'Congenital Scoliosis',
        'Dysplastic Deformities',
        'Skeletal Dysplasia of the Spine',
        'Neurofibromatosis Scoliosis',
      ],
      zh: [
        '先天性脊柱畸形',
        '先天性畸形',
        '先天性脊柱侧凸',
        '先天性脊柱侧弯',
        '发育不良和先天性畸形',
        '发育不良及先天性畸形',
        '先天性与发育不良性畸形',
        '发育性与先天性畸形',
      ],
    },
  },
  {
    id: 'neuromuscular-spine-deformity',
    en: 'Neuromuscular Spine Deformity',
    zh: '神经肌肉型脊柱畸形',
    definition:
      'Deformity because muscles or nerves fail to hold the spine, as in cerebral palsy or muscular dystrophy.',
    synonyms: {
      en: [
        'Neuromuscular Deformity',
        'Neuromuscular Spinal Deformity',
        'Neuromuscular Scoliosis',
        'Paralytic Scoliosis',
      ],
      zh: [
        '神经肌肉性脊柱畸形',
        '神经肌源性脊柱畸形',
        '神经肌肉型脊柱侧凸',
        '神经肌肉性脊柱侧凸',
        '神经肌肉型脊柱侧弯',
        '神经肌肉性脊柱侧弯',
      ],
    },
  },
  {
    id: 'kyphosis-and-postlaminectomy-deformities',
    en: 'Kyphosis and Postlaminectomy Deformities',
    zh: '后凸与椎板切除术后畸形',
    definition:
      'Too much forward bend, Scheuermann disease and ankylosing spondylitis included, and the deformity that follows removal of laminae.',
    synonyms: {
      en: [
        'Kyphosis',
        'Kyphosis and Post-laminectomy Deformities',
        'Postlaminectomy Deformity',
        'Post-laminectomy Deformity',
        'Postlaminectomy Kyphosis',
        'Scheuermann Kyphosis',
        "Scheuermann's Kyphosis",
        'Scheuermann Disease',
      ],
      zh: [
        '脊柱后凸',
        '脊柱后凸畸形',
        '后凸畸形',
        '椎板切除术后畸形',
        '椎板切除术后后凸',
        '后凸及椎板切除术后畸形',
        '后凸和椎板切除术后畸形',
        '休门氏病',
        '舒尔曼病',
      ],
    },
  },
  {
    id: 'trauma',
    en: 'Trauma',
    zh: '脊柱创伤',
    definition: 'Fracture, dislocation and ligament injury of the spine, and injury of the cord.',
    synonyms: {
      en: [
        'Spine Trauma',
        'Spinal Trauma',
        'Spine Fracture',
        'Spinal Fracture',
        'Vertebral Fracture',
        'Spinal Cord Injury',
      ],
      zh: ['创伤', '外伤', '脊柱外伤', '脊柱骨折', '脊柱损伤', '椎体骨折', '脊髓损伤'],
    },
  },
  {
    id: 'tumor-and-osteomyelitis',
    en: 'Tumor and Osteomyelitis',
    zh: '肿瘤与骨髓炎',
    definition:
      'Primary and metastatic tumours in and around the spine, and its infections: discitis, osteomyelitis, abscess, tuberculosis.',
    synonyms: {
      en: [
        'Tumors and Infections',
        'Tumor and Infection',
        'Spine Tumor',
        'Spinal Tumor',
        'Spinal Metastasis',
        'Spinal Infection',
        'Spine Infection',
        'Vertebral Osteomyelitis',
        'Osteomyelitis',
        'Spinal Tuberculosis',
      ],
      zh: [
        '肿瘤和骨髓炎',
        '肿瘤及骨髓炎',
        '肿瘤与感染',
        '脊柱肿瘤',
        '脊柱肿瘤与感染',
        '脊柱转移瘤',
        '脊柱感染',
        '椎体骨髓炎',
        '骨髓炎',
        '脊柱结核',
      ],
    },
  },
  {
    id: 'complications',
    en: 'Complications',
    zh: '并发症',
    definition:
      'What goes wrong during or after treatment: dural tear, infection, implant failure, nonunion, disease of the adjacent segment.',
    synonyms: {
      en: [
        'Surgical Complications',
        'Postoperative Complications',
        'Implant Failure',
        'Internal Fixation Failure',
        'Instrumentation Failure',
      ],
      zh: ['手术并发症', '术后并发症', '脊柱手术并发症', '内固定失败', '内固定失效'],
    },
  },
] as const satisfies readonly Term[];

export type Subspecialty = (typeof subspecialties)[number];
export type SubspecialtyId = Subspecialty['id'];
export type SubspecialtyName = Subspecialty['en'];

export const findSubspecialty = createFinder<Subspecialty>(subspecialties);
