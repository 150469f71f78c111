import { createFinder } from './find-term.ts';
import type { Term } from './term.ts';

/** The seven fields of orthopaedics, in the order of the SpineMed paper. */
export const orthopaedicCategories = [
  {
    id: 'spine-surgery',
    en: 'Spine Surgery',
    zh: '脊柱外科',
    definition:
      'Disease, injury and deformity of the vertebral column, its discs and its nerves, whatever the cause.',
    synonyms: {
      en: ['Spine', 'Spinal Surgery', 'Spine Orthopaedics'],
      zh: ['脊柱', '脊柱专业', '脊柱骨科', '脊柱手术'],
    },
  },
  {
    id: 'foot-and-ankle-surgery',
    en: 'Foot and Ankle Surgery',
    zh: '足踝外科',
    definition: 'Deformity, degeneration and injury distal to the leg: ankle, hindfoot, forefoot.',
    synonyms: {
      en: ['Foot and Ankle', 'Ankle and Foot Surgery'],
      zh: ['足踝', '足与踝外科', '足踝专业'],
    },
  },
  {
    id: 'orthopedic-trauma',
    en: 'Orthopedic Trauma',
    zh: '创伤骨科',
    definition:
      'Acute fractures, dislocations and soft-tissue injuries of the limbs and pelvis, and what follows from them.',
    synonyms: {
      en: ['Trauma', 'Fracture Surgery', 'Traumatology', 'Trauma Orthopaedics'],
      zh: ['骨科创伤', '创伤', '骨与关节损伤'],
    },
  },
  {
    id: 'hand-and-upper-extremity-surgery',
    en: 'Hand and Upper Extremity Surgery',
    zh: '手与上肢外科',
    definition: 'Bones, joints, tendons, vessels and nerves from the shoulder to the fingertips.',
    synonyms: {
      en: [
        'Hand and Upper Extremity',
        'Upper Extremity Surgery',
        'Upper Limb Surgery',
        'Hand Surgery',
        'Hand and Upper Limb Surgery',
      ],
      zh: ['手外科', '上肢外科', '手及上肢外科', '手和上肢外科', '手上肢外科'],
    },
  },
  {
    id: 'musculoskeletal-oncology',
    en: 'Musculoskeletal Oncology',
    zh: '骨与软组织肿瘤',
    definition: 'Primary and metastatic tumours of bone and soft tissue, and their reconstruction.',
    synonyms: {
      en: ['Orthopaedic Oncology', 'Bone Tumor', 'Bone and Soft Tissue Tumor'],
      zh: ['骨肿瘤', '骨肿瘤科', '骨科肿瘤', '肌肉骨骼肿瘤', '骨与软组织肿瘤外科'],
    },
  },
  {
    id: 'orthopedic-sports-medicine',
    en: 'Orthopedic Sports Medicine',
    zh: '骨科运动医学',
    definition:
      'Injury and overuse of ligament, meniscus, cartilage and tendon in active people, arthroscopy included.',
    synonyms: {
      en: ['Sports Medicine', 'Arthroscopy', 'Arthroscopic Surgery'],
      zh: ['运动医学', '运动损伤', '关节镜外科', '关节镜'],
    },
  },
  {
    id: 'adult-joint-reconstruction',
    en: 'Adult Joint Reconstruction',
    zh: '成人关节重建',
    definition:
      'Arthritis and joint failure in adults and their treatment by replacement, revision or osteotomy.',
    synonyms: {
      en: ['Joint Reconstruction', 'Arthroplasty', 'Joint Replacement', 'Adult Reconstruction'],
      zh: ['关节外科', '关节置换', '关节重建', '人工关节', '成人关节外科'],
    },
  },
] as const satisfies readonly Term[];

export type OrthopaedicCategory = (typeof orthopaedicCategories)[number];
export type OrthopaedicCategoryId = OrthopaedicCategory['id'];
export type OrthopaedicCategoryName = OrthopaedicCategory['en'];

export const findOrthopaedicCategory = createFinder<OrthopaedicCategory>(orthopaedicCategories);
