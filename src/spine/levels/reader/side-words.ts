import { buildTermReader, buildWordReader } from './lexicon.ts';

export const LEFT = 1 << 0;
export const RIGHT = 1 << 1;
export const BOTH_SIDES = 1 << 2;
export const MIDDLE = 1 << 3;
export const SIDE = LEFT | RIGHT | BOTH_SIDES | MIDDLE;

/** May stand between a side and the level it is said of: "left-sided paracentral L4/5". */
export const LINKING = 1 << 4;
/** Prepositions that tie what stands before them to the level behind: "left stenosis at L4/5". */
export const TYING = 1 << 5;
export const AND = 1 << 6;
/** Parts of the body away from the spine, and complaints felt there: their side is not the level's. */
export const ELSEWHERE = 1 << 7;
/** Between a side and the part it is said of: "left lower limb". */
export const QUALIFYING = 1 << 8;
/** "was left in place": a verb. */
export const VERB_BEFORE = 1 << 9;
export const VERB_AFTER = 1 << 10;
/** "he left", "all right", "convex to the left": no side of a level. */
export const NO_SIDE_BEHIND = 1 << 15;
/** "right after". */
export const NO_SIDE_BEFORE = 1 << 16;
/** "central cord syndrome": not where a lesion lies. */
export const NOT_MIDDLE = 1 << 11;
/** "both" is a side only before something that comes in twos. */
export const BOTH_WORD = 1 << 12;
export const PAIRED = 1 << 13;
/** A new thought begins: "while", "but". */
export const TURN = 1 << 14;

/** What is found or done on a side: "moderate left foraminal stenosis L5-S1". */
export const FINDING = 1 << 17;
/** "with left stenosis at L5/S1": what follows may be said of another level. */
export const WITH = 1 << 18;

export const readSideWord = buildWordReader([
  [LEFT, 'left lt leftward leftwards'],
  [RIGHT, 'right rt rightward rightwards'],
  [BOTH_SIDES, 'bilateral bilaterally bilat'],
  [MIDDLE, 'central centrally paracentral paramedian midline centrolateral'],
  [
    LINKING,
    `sided side the a an paracentral foraminal extraforaminal posterolateral subarticular far lateral
     laterally exiting traversing descending existing emerging side's paramedian central neural nerve
     superior inferior anterior posterior upper lower mild moderate severe of unilateral partial both
     hemi transpedicular percutaneous`,
  ],
  [
    TYING,
    'at of in from on involving level levels between within through near around to above below',
  ],
  [AND, 'and or plus'],
  [WITH, 'with'],
  [
    FINDING,
    `stenosis stenoses narrowing herniation herniations protrusion protrusions bulge bulges bulging
     extrusion extrusions prolapse hypertrophy arthropathy arthrosis disc disk discs disks canal recess
     facet foramen foramina compression radiculopathy discectomy microdiscectomy laminectomy
     laminotomy hemilaminectomy foraminotomy facetectomy decompression injection block cyst osteophyte
     osteophytes fracture fractures pars defect defects spondylolysis nerve root roots pedicle screw
     screws transverse process`,
  ],
  [
    ELSEWHERE,
    `leg legs arm arms foot feet hand hands hip hips knee knees thigh thighs calf calves shin ankle
     toe toes buttock buttocks gluteal groin shoulder shoulders elbow wrist finger fingers thumb
     extremity extremities limb limbs lobe quadrant kidney kidneys lung lungs breast eye eyes ear ears
     heart atrium ventricle ventricular atrial adrenal renal iliac ilium femur femoral tibia tibial
     fibula hemisphere brain temporal frontal parietal occipital carotid coronary hemiparesis
     hemiplegia weakness sciatica pain numbness paresthesia paresthesias paraesthesia tingling
     paralysis handed hand decubitus convex convexity concave scoliosis curve curves apex
     thoracotomy sacroiliac si rib ribs flank chest abdomen pleural hydronephrosis ureter ovary
     testis thyroid tonsil neck cheek side_of_body ischial trochanter patella forearm heel forefoot
     footdrop claudication complaints symptoms symptom nephrectomy mastectomy lumpectomy angle angles
     handedness view views oblique`,
  ],
  [
    QUALIFYING,
    `lower upper sided anterior posterior lateral medial side distal proximal big great outer inner
     superior inferior common external internal thoracic lumbar main leaning facing radiating
     radicular structural`,
  ],
  [VERB_BEFORE, 'was were is are been be being has had have patient'],
  [NO_SIDE_BEHIND, 'he she they who we all convex convexity concave concavity'],
  [NO_SIDE_BEFORE, 'after away now before'],
  [VERB_AFTER, 'in intact alone untreated untouched open over behind without'],
  [NOT_MIDDLE, 'cord nervous venous line lines catheter sacral'],
  [BOTH_WORD, 'both either'],
  [
    PAIRED,
    `sides foramina foramen neural nerve exiting traversing lateral facets facet pedicles laminae
     roots foraminal recesses neuroforamina subarticular transverse pars hemilaminae`,
  ],
  [TURN, 'while whereas but although though however'],
]);

export const readSideTerm = buildTermReader([
  [LEFT, '左侧 左側 左后 左後 左旁 左前 左边 左方 左缘 左半 左 偏左 向左'],
  [RIGHT, '右侧 右側 右后 右後 右旁 右前 右边 右方 右缘 右半 右 偏右 向右'],
  [
    BOTH_SIDES,
    '双侧 雙側 两侧 兩側 双边 左右两侧 左右兩側 左、右侧 左右侧 左右双侧 左右椎间孔 左右神经根 左右侧隐窝 双椎弓根 双神经根 双椎间孔 双侧隐窝 右＞左 左＞右 右>左 左>右 左右不对称',
  ],
  [MIDDLE, '中央 旁中央 居中 正中 后正中 中线 中間型 中间型'],
  [
    ELSEWHERE,
    `下肢 上肢 肢 腿 小腿 大腿 臂 前臂 手 手指 拇 足 脚 腳 臀 髋 髖 膝 踝 肩 肘 腕 肾 腎 肺 乳 眼 耳 股 髂 腹 颞 额 脑 腦
     胸壁 胸腔 胸部 疼痛 痛 麻木 无力 乏力 腰痛 腰背痛 腰腿痛 放射痛 酸胀 疼 麻 胸痛 肋 心 肝 卧位 臥位 屈 趾 跟 坐骨神经痛 坐骨 偏瘫 凸 弯 彎 侧弯 側彎 斜位 旋 氧 美托 美 卡尼 乙拉 侧肢体
     肢体 肢體 身 半身 腘 胫 腓 骶髂 髌 颌 颈部 锁骨 面 睾 输尿管 半球 叶 侧位 侧卧`,
  ],
  [QUALIFYING, '外 内 內 前 后 侧 小 大 足 中'],
  [NOT_MIDDLE, '正中切口 后正中切口 中央前回 中央静脉 中央凹 正中神经 中央脊髓'],
  // 约5mm左右: about, and no side.
  [NOT_MIDDLE, '左右'],
  [TYING, '于 於 在 的 位于 为 至 处'],
  [AND, '并 及 伴 和 与 且'],
  [LINKING, '手术 手術 椎间孔区 型 出口 走行 发出 区 侧 旁中央 椎旁'],
  [TURN, '而 但 然而'],
]);
