import { describe, expect, test } from 'vitest';
import { cases, seen } from './testing/cases.ts';

describe('sides that could go elsewhere', () => {
  test.each(
    cases(`
  L5-S1 fusion with left L4-5 facet cyst and right L3-4 recess stenosis => L5-S1 disc L5/S1 | L4-5 disc L4/L5 left | L3-4 disc L3/L4 right
  Mild left foraminal stenosis L4-5, moderate right foraminal stenosis L5-S1 => L4-5 disc L4/L5 left | L5-S1 disc L5/S1 right
  Left L4-5 disc protrusion with impingement on the L5 nerve root, mild right foraminal stenosis. => L4-5 disc L4/L5 bilateral | L5 root L5
  A left-sided disc herniation at L5/S1 compresses the S1 root => L5/S1 disc L5/S1 left | S1 root S1
  At C5-6 there is a right-sided osteophyte; at C6-7 the canal is narrow centrally => C5-6 disc C5/C6 right | C6-7 disc C6/C7 central
  Disc herniation C5-6 right, C6-7 left. => C5-6 disc C5/C6 right | C6-7 disc C6/C7 left
  C5-6: right. C6-7: left. => C5-6 disc C5/C6 right | C6-7 disc C6/C7 left
  C5/6 (right), C6/7 (left), C7/T1 (bilateral) => C5/6 disc C5/C6 right | C6/7 disc C6/C7 left | C7/T1 disc C7/T1 bilateral
  The herniation at L4-5 is on the left side, that at L5-S1 on the right => L4-5 disc L4/L5 left | L5-S1 disc L5/S1 right
  On the right at L3-4 and on the left at L4-5 => L3-4 disc L3/L4 right | L4-5 disc L4/L5 left
  no stenosis on the left at L4-5 => L4-5 disc L4/L5 left
  lumbar scoliosis convex to the left with apex at L2 => L2 vertebra L2
  right thoracic curve from T5 to T11 => T5 to T11 range T5-T11
  left psoas abscess at L3 => L3 vertebra L3 left
  left paravertebral mass from T8 to T10 => T8 to T10 range T8-T10 left
  pain in the left arm in the C6 dermatome => C6 root C6
  left upper limb weakness; C5-6 herniation on the right => C5-6 disc C5/C6 right
  Post right L5-S1 discectomy with recurrent herniation => L5-S1 disc L5/S1 right
  Previous left L4 hemilaminectomy, now bilateral stenosis at L3-4 => L4 vertebra L4 left | L3-4 disc L3/L4 bilateral
  the central portion of the L4 vertebral body => L4 vertebra L4 central
  Central sacral vertical line at L4 => L4 vertebra L4
  patient lies in right lateral decubitus for L2-4 LLIF => L2-4 range L2-L4
  the left ventricle, L4/5 => L4/5 disc L4/L5
  left main stem; T8 fracture => T8 vertebra T8
  L4/5 disc bulge without left or right foraminal stenosis => L4/5 disc L4/L5 bilateral
  the L5 root was left intact => L5 root L5
  facet joints bilaterally at L4-5 and on the left at L5-S1 => L4-5 disc L4/L5 bilateral | L5-S1 disc L5/S1 left
  L4 > L5 with left predominance => L4 vertebra L4 | L5 vertebra L5 left
  腰4/5间盘左后突出、腰5/骶1间盘右后突出 => 腰4/5 disc L4/L5 left | 腰5/骶1 disc L5/S1 right
  L3/4、L4/5椎间盘膨出，L5/S1椎间盘突出（中央偏左） => L3/4 disc L3/L4 | L4/5 disc L4/L5 | L5/S1 disc L5/S1 left
  L4/5：椎间盘突出（左旁中央型）；L5/S1：椎间盘膨出 => L4/5 disc L4/L5 left | L5/S1 disc L5/S1
  右侧椎间孔狭窄（C5/6），左侧椎间孔狭窄（C6/7） => C5/6 disc C5/C6 right | C6/7 disc C6/C7 left
  双侧C5/6椎间孔狭窄，右侧为著 => C5/6 disc C5/C6 bilateral
  左上肢麻木，右侧C6神经根受压 => C6 root C6 right
  左侧腰背部疼痛伴右下肢放射痛，L4/5椎间盘突出 => L4/5 disc L4/L5
  L4椎体左侧横突骨折，右肾挫伤 => L4 vertebra L4 left
  右肺下叶结节，T5椎体转移 => T5 vertebra T5
  L5/S1椎间盘右侧突出压迫右侧S1神经根 => L5/S1 disc L5/S1 right | S1 root S1 right
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('rare ways to write a level', () => {
  test.each(
    cases(`
  Fracture of L1 (T2 STIR positive) => L1 vertebra L1
  L1, L2 & L3 transverse processes => L1 vertebra L1 | L2 vertebra L2 | L3 vertebra L3
  lesion in the T1 pedicle => T1 vertebra T1
  C3-7 => C3-7 range C3-C7
  c4/5 and c5/6 => c4/5 disc C4/C5 | c5/6 disc C5/C6
  L5 s1 disc => L5 s1 disc L5/S1
  t10-l2 fusion => t10-l2 range T10-L2
  T12 to L 2 => T12 to L 2 range T12-L2
  L1 through to L5 => L1 through to L5 range L1-L5
  L2 thru S1 => L2 thru S1 range L2-S1
  L3 up to T10 => L3 up to T10 range T10-L3
  from the L1 to the L3 vertebra => L1 to the L3 range L1-L3
  from the level of T4 to the level of T8 => T4 to the level of T8 range T4-T8
  between the L4 and L5 vertebrae => L4 and L5 disc L4/L5
  between vertebral bodies L4 and L5 => L4 and L5 disc L4/L5
  interspace L4-5 => L4-5 disc L4/L5
  L4-L5-S1 discs => L4-L5-S1 range L4-S1
  C5, C6, C7, T1 => C5 vertebra C5 | C6 vertebra C6 | C7 vertebra C7 | T1 vertebra T1
  T1, T2, T3 spinous processes => T1 vertebra T1 | T2 vertebra T2 | T3 vertebra T3
  T1, T2 and T3 laminectomy => T1 vertebra T1 | T2 vertebra T2 | T3 vertebra T3
  laminectomy T1-T3 => T1-T3 range T1-T3
  T1-T4 tumor => T1-T4 range T1-T4
  T2-T4 stage =>
  T1–T2 stage tumors =>
  T3/T4 disc => T3/T4 disc T3/T4
  T3/4 disc => T3/4 disc T3/T4
  T3/4 => T3/4 disc T3/T4
  S3/4 => S3/4 disc S3/S4
  S2/3 foramen => S2/3 disc S2/S3
  D11-12 disc => D11-12 disc T11/T12
  D5 to D8 => D5 to D8 range T5-T8
  D3 and D4 vertebrae => D3 vertebra T3 | D4 vertebra T4
  on day D3 =>
  Dorsal vertebra D7 => D7 vertebra T7
  sixth dorsal vertebra => sixth dorsal vertebra vertebra T6
  The 5th lumbar and 1st sacral vertebrae => 5th lumbar vertebra L5 | 1st sacral vertebrae vertebra S1
  the seventh cervical and first thoracic nerve roots => seventh cervical root C7 | first thoracic root T1
  eighth cervical nerve => eighth cervical root C8
  between the fifth lumbar vertebra and the first sacral vertebra => fifth lumbar vertebra and the first sacral vertebra disc L5/S1
  first through third sacral foramina => first through third sacral range S1-S3
  2nd-4th lumbar vertebrae => 2nd-4th lumbar vertebrae range L2-L4
  lumbar (L4-5) disc => L4-5 disc L4/L5
  Lumbar 4-5 and 5-S1 => Lumbar 4-5 disc L4/L5 | 5-S1 disc L5/S1
  Cervical 5/6 disc => Cervical 5/6 disc C5/C6
  thoracic 7-8 level => thoracic 7-8 disc T7/T8
  lumbar 2 mm =>
  cervical 3 months =>
  third lumbar puncture was performed =>
  second thoracic surgery =>
  The lumbar spine, cervical spine and sacrum =>
  L5-sacrum => L5-sacrum disc L5/S1
  L2–ilium instrumentation => L2–ilium range L2-S1
  tail bone (coccyx) => coccyx vertebra Co
  S5-coccyx => S5-coccyx disc S5/Co
  Occiput–C4 fusion => Occiput–C4 range C1-C4
  Occ-C2 => Occ-C2 range C1-C2
  C1/occiput joint => C1 vertebra C1
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('codes and values', () => {
  test.each(
    cases(`
  C2C12 myoblasts, C6 cells, PC12 and HepG2 =>
  L5S1P =>
  compound C7-1a and L4b =>
  C-11 choline, 18F-FDG, 99mTc =>
  Vitamin C 2 g, T 37.5, 5 L 4 min =>
  p < 0.05, n = 12 (T), C = 5, L = 4 =>
  ISO L4 certification of room S3 => L4 vertebra L4
  S1, L4 and S2 are sample names => S1 vertebra S1 | L4 vertebra L4 | S2 vertebra S2
  C3-deficient mice and T4-treated rats =>
  caspase C3, cyclin D1 and D2 =>
  cyclin D1/D2 =>
  anti-dsDNA, C3 0.6 g/L, C4 0.1 g/L =>
  HbA1c 6.5%, CD4/CD8, IL-6 =>
  T10 (n = 3), L2 (n = 4) => T10 vertebra T10 | L2 vertebra L2
  L1: 12%, L2: 15% => L1 vertebra L1 | L2 vertebra L2
  L4=5 =>
  S1/S2/S3 heart sounds =>
  D1D2 receptors =>
  grade L5/S1 slip => L5/S1 disc L5/S1
  L4/5–S1 fusion => L4/5–S1 range L4-S1
  L4-5, 5-S1 TLIF => L4-5 disc L4/L5 | 5-S1 disc L5/S1
  L4-5 & 5-1 discs => L4-5 disc L4/L5 | 5-1 disc L5/S1
  L5-1 disc => L5-1 disc L5/S1
  T12-1 disc => T12-1 disc T12/L1
  C6-7-T1 fusion => C6-7-T1 range C6-T1
  C7-T1-2 => C7-T1-2 range C7-T2
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});
