import { describe, expect, test } from 'vitest';
import { cases, seen } from './testing/cases.ts';

describe('sides in English', () => {
  test.each(
    cases(`
  At L4-5, there is a left paracentral disc protrusion compressing the L5 nerve root. => L4-5 disc L4/L5 left | L5 root L5
  L5-S1 disc herniation compressing the left S1 nerve root. => L5-S1 disc L5/S1 | S1 root S1 left
  Left leg pain due to L5/S1 disc herniation => L5/S1 disc L5/S1
  The patient has right leg pain. L4/5 shows central stenosis. => L4/5 disc L4/L5 central
  On the left, L4/5 foramen is narrowed. Left: L4/5. Right: L5/S1. => L4/5 disc L4/L5 left | L4/5 disc L4/L5 left | L5/S1 disc L5/S1 right
  left L4/5 and right L5/S1 herniations => L4/5 disc L4/L5 left | L5/S1 disc L5/S1 right
  L4/5 and L5/S1 disc herniations on the left => L4/5 disc L4/L5 left | L5/S1 disc L5/S1 left
  L4/5 disc bulge with right greater than left foraminal stenosis => L4/5 disc L4/L5 bilateral
  L4/5 is normal. The left kidney is enlarged. => L4/5 disc L4/L5
  L4/5 disc bulge, left hip osteoarthritis => L4/5 disc L4/L5
  The pedicle screws were left in place at L4. => L4 vertebra L4
  muscle strength L4/5, 5/5 bilaterally => L4/5 disc L4/L5 bilateral
  L5-S1: bulge with a left lateral protrusion touching the exiting left L5 root and the descending left S1 root. => L5-S1 disc L5/S1 left | L5 root L5 left | S1 root S1 left
  L4-5: shallow 3 mm left paracentral protrusion, narrow left recess, traversing roots free. => L4-5 disc L4/L5 left
  L5-S1: thin disc. A central protrusion touches the S1 nerve roots. Both foramina are open. => L5-S1 disc L5/S1 | S1 root S1
  the bulge touches the bilateral L4 nerve roots => L4 root L4 bilateral
  Herniated disc at L4–5 (left) => L4–5 disc L4/L5 left
  L4-5 on the right, L5-S1 on the left => L4-5 disc L4/L5 right | L5-S1 disc L5/S1 left
  L4–5 and L5–S1, left side => L4–5 disc L4/L5 left | L5–S1 disc L5/S1 left
  Left-sided L4-5 and L5-S1 foraminal stenosis with right L3-4 facet cyst. => L4-5 disc L4/L5 left | L5-S1 disc L5/S1 left | L3-4 disc L3/L4 right
  Severe right and mild left foraminal stenosis at C5-6 => C5-6 disc C5/C6 bilateral
  moderate bilateral neural foraminal narrowing at C4-5 and C5-6, severe on the left at C6-7 => C4-5 disc C4/C5 bilateral | C5-6 disc C5/C6 bilateral | C6-7 disc C6/C7 left
  There is a disc extrusion at L4-5, migrated caudally, which compresses the left L5 nerve root in the lateral recess. => L4-5 disc L4/L5 | L5 root L5 left
  L5–S1: small right subarticular protrusion contacts the descending right S1 root; mild left foraminal narrowing. => L5–S1 disc L5/S1 right | S1 root S1 right
  The right side of the L5 lamina was removed => L5 vertebra L5 right
  right hemilaminectomy at L4 => L4 vertebra L4 right
  hemilaminectomy on the left side at L4 and L5 => L4 vertebra L4 left | L5 vertebra L5 left
  The left L4/5 facet joint and the right L5/S1 facet joint => L4/5 disc L4/L5 left | L5/S1 disc L5/S1 right
  Bilateral L4-S1 pedicle screws, left L3 laminar hook => L4-S1 range L4-S1 bilateral | L3 vertebra L3 left
  Left: C5-6; right: C6-7 => C5-6 disc C5/C6 left | C6-7 disc C6/C7 right
  left>right foraminal stenosis at L5-S1 => L5-S1 disc L5/S1 bilateral
  right paracentral to foraminal protrusion at L3-4 => L3-4 disc L3/L4 right
  No left-sided stenosis. L4/5 normal. => L4/5 disc L4/L5
  L4/5 normal. Left-sided stenosis. => L4/5 disc L4/L5
  L4/5 is unremarkable; left foraminal stenosis is seen at L5/S1 => L4/5 disc L4/L5 | L5/S1 disc L5/S1 left
  L4/5 is unremarkable, but L5/S1 shows left foraminal stenosis => L4/5 disc L4/L5 | L5/S1 disc L5/S1 left
  The L4/5 disc is normal while on the left the L5 root is thickened => L4/5 disc L4/L5 | L5 root L5 left
  He has right foot drop with L4/5 disc herniation => L4/5 disc L4/L5
  left lower extremity weakness, L5 radiculopathy => L5 root L5
  left-sided sciatica from an L5/S1 disc herniation => L5/S1 disc L5/S1
  Right-handed man with C5/6 disc herniation => C5/6 disc C5/C6
  left thoracotomy for T8-T9 disc => T8-T9 disc T8/T9
  left iliac crest graft at L5-S1 => L5-S1 disc L5/S1
  The left vertebral artery is dominant at C6 => C6 vertebra C6 left
  Central cord syndrome at C5-C6 => C5-C6 disc C5/C6
  central disc herniation at T7-T8 => T7-T8 disc T7/T8 central
  T7–T8 central calcified disc herniation => T7–T8 disc T7/T8 central
  midline herniation at L5-S1 => L5-S1 disc L5/S1 central
  a large paracentral disc at L4-5 => L4-5 disc L4/L5 central
  left paracentral and central at L4-5 => L4-5 disc L4/L5 left
  bilaterally at L4-L5 => L4-L5 disc L4/L5 bilateral
  foramina at L4-5 bilaterally => L4-5 disc L4/L5 bilateral
  both L5 nerve roots => L5 root L5 bilateral
  both L4 and L5 => L4 vertebra L4 | L5 vertebra L5
  both sides at L4/5 => L4/5 disc L4/L5 bilateral
  both neural foramina at C5/6 are narrowed => C5/6 disc C5/C6 bilateral
  (L) L5 root, (R) S1 root => L5 root L5 left | S1 root S1 right
  L5 (L) and S1 (R) => L5 vertebra L5 left | S1 vertebra S1 right
  The patient underwent L4-L5 TLIF with left-sided approach and bilateral pedicle screws at L4 and L5. => L4-L5 disc L4/L5 left | L4 vertebra L4 bilateral | L5 vertebra L5 bilateral
  Decompressive laminectomy L3-L5, right L4-5 microdiscectomy. => L3-L5 range L3-L5 | L4-5 disc L4/L5 right
  L5 pars defect bilaterally with grade 1 anterolisthesis of L5 on S1 => L5 vertebra L5 bilateral | L5 on S1 disc L5/S1
  bilateral L5 spondylolysis => L5 vertebra L5 bilateral
  spondylolysis of L5 bilaterally => L5 vertebra L5 bilateral
  left L5 radiculopathy => L5 root L5 left
  right C6 radiculopathy from C5-C6 disc herniation => C6 root C6 right | C5-C6 disc C5/C6
  EMG showed chronic left L5-S1 radiculopathies => L5-S1 root L5-S1 left
  L4-5 disc shows right-sided extrusion migrating inferiorly behind L5. => L4-5 disc L4/L5 right | L5 vertebra L5
  Facet arthropathy L3-S1, worse on the right at L4-L5 => L3-S1 range L3-S1 | L4-L5 disc L4/L5 right
  Foraminal stenosis: left L4-5, right L5-S1 => L4-5 disc L4/L5 left | L5-S1 disc L5/S1 right
  Stenosis (L4/5 left > right) => L4/5 disc L4/L5 bilateral
  L4/5: R>L foraminal stenosis => L4/5 disc L4/L5 bilateral
  L5 (left) and S1 (right) roots => L5 vertebra L5 left | S1 vertebra S1 right
  R L5 radiculopathy => L5 root L5 right
  C6/7 right posterolateral disc protrusion impinges upon the right C7 nerve root => C6/7 disc C6/C7 right | C7 root C7 right
  The left C6 nerve root is compressed by the C5/6 disc => C6 root C6 left | C5/6 disc C5/C6
  Left L3 and L4, right L5 transverse process fractures => L3 vertebra L3 left | L4 vertebra L4 left | L5 vertebra L5 right
  fractures of the left transverse processes of L1-L4 => L1-L4 range L1-L4 left
  left transverse process fractures of L1, L2 and L3 => L1 vertebra L1 left | L2 vertebra L2 left | L3 vertebra L3 left
  transverse process fractures L2-L4 on the right => L2-L4 range L2-L4 right
  right-sided disc herniation at L5-S1 with S1 root compression => L5-S1 disc L5/S1 right | S1 root S1
  central canal stenosis at L3-4 and bilateral foraminal stenosis at L4-5 => L3-4 disc L3/L4 central | L4-5 disc L4/L5 bilateral
  mild central canal narrowing at C4-5. Moderate left foraminal narrowing at C5-6. => C4-5 disc C4/C5 central | C5-6 disc C5/C6 left
  L4/5 central and left paracentral disc protrusion => L4/5 disc L4/L5 left
  L4-5 broad-based disc bulge eccentric to the right => L4-5 disc L4/L5 right
  L1-L2: Normal. L2-L3: Normal. L3-L4: Mild left foraminal stenosis. => L1-L2 disc L1/L2 | L2-L3 disc L2/L3 | L3-L4 disc L3/L4 left
  L1-L2: Normal.\\nL2-L3: Mild bulge.\\nL3-L4: right foraminal stenosis. => L1-L2 disc L1/L2 | L2-L3 disc L2/L3 | L3-L4 disc L3/L4 right
  Scoliosis with right convex curve, apex T8 => T8 vertebra T8
  left L4/5 disc herniation => L4/5 disc L4/L5 left
  L4/5 disc herniation on the left => L4/5 disc L4/L5 left
  bilateral L4/5 foraminal stenosis => L4/5 disc L4/L5 bilateral
  L4/5 left paracentral disc protrusion => L4/5 disc L4/L5 left
  L5-S1 central disc protrusion => L5-S1 disc L5/S1 central
  exposed on the right L2 and L3 => L2 vertebra L2 right | L3 vertebra L3 right
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('sides in Chinese', () => {
  test.each(
    cases(`
  左下肢疼痛，L4/5椎间盘突出 => L4/5 disc L4/L5
  L3/4椎间盘膨出，L4/5椎间盘向左后突出，L5/S1椎间盘未见异常 => L3/4 disc L3/L4 | L4/5 disc L4/L5 left | L5/S1 disc L5/S1
  L4/5椎间盘突出，左侧神经根受压 => L4/5 disc L4/L5 left
  L4/5椎间盘突出压迫左侧L5神经根 => L4/5 disc L4/L5 | L5 root L5 left
  L4/5左侧、L5/S1右侧突出 => L4/5 disc L4/L5 left | L5/S1 disc L5/S1 right
  L5/S1左侧椎间孔、右侧侧隐窝狭窄 => L5/S1 disc L5/S1 bilateral
  L3/4、L4/5右侧小关节增生，L5/S1左侧神经根受压 => L3/4 disc L3/L4 right | L4/5 disc L4/L5 right | L5/S1 disc L5/S1 left
  左侧L3横突骨折，右侧L4、L5横突骨折 => L3 vertebra L3 left | L4 vertebra L4 right | L5 vertebra L5 right
  L1-3左侧横突骨折 => L1-3 range L1-L3 left
  左侧椎板切除（L4/5） => L4/5 disc L4/L5 left
  于L4左侧椎弓根置钉，L5右侧椎弓根置钉 => L4 vertebra L4 left | L5 vertebra L5 right
  患者左侧卧位，取L4/5正中切口 => L4/5 disc L4/L5
  L4/5椎间盘中央型突出，L5/S1椎间盘右侧旁中央型突出 => L4/5 disc L4/L5 central | L5/S1 disc L5/S1 right
  右侧臀部及右下肢疼痛，查体右侧L5神经支配区感觉减退，MRI示L4/5椎间盘右侧突出 => L5 root L5 right | L4/5 disc L4/L5 right
  左足背伸肌力减退，L5神经根受损 => L5 root L5
  L4-5椎间盘向后及两侧膨出 => L4-5 disc L4/L5 bilateral
  L4/5椎间盘突出并左侧侧隐窝狭窄、L5/S1椎间盘膨出 => L4/5 disc L4/L5 left | L5/S1 disc L5/S1
  L4/5椎间盘突出，以左侧为著 => L4/5 disc L4/L5 left
  L4/5及L5/S1椎间盘突出，均以右侧为著 => L4/5 disc L4/L5 right | L5/S1 disc L5/S1 right
  C4/5、C5/6、C6/7椎间盘突出，以C5/6为著，偏左 => C4/5 disc C4/C5 | C5/6 disc C5/C6 | C6/7 disc C6/C7 | C5/6 disc C5/C6 left
  L5神经根（左） => L5 root L5 left
  左L5神经根 => L5 root L5 left
  腰椎MRI平扫：L3/4、L4/5、L5/S1椎间盘向后突出，硬膜囊受压，L4/5层面左侧侧隐窝狭窄。 => L3/4 disc L3/L4 | L4/5 disc L4/L5 | L5/S1 disc L5/S1 | L4/5 disc L4/L5 left
  L4/5椎间盘向右后突出，右侧神经根受压，L5/S1椎间盘向左后突出，左侧神经根受压。 => L4/5 disc L4/L5 right | L5/S1 disc L5/S1 left
  腰5椎体Ⅰ度滑脱，腰5双侧峡部裂 => 腰5 vertebra L5 | 腰5 vertebra L5 bilateral
  双侧L5神经根受压 => L5 root L5 bilateral
  左侧S1神经根 => S1 root S1 left
  右侧腰5神经根 => 腰5 root L5 right
  双下肢麻木，L4/5椎间盘突出 => L4/5 disc L4/L5
  左侧腰痛3天，L4/5 => L4/5 disc L4/L5
  约5mm左右，L4/5 => L4/5 disc L4/L5
  左氧氟沙星治疗L4/5感染 => L4/5 disc L4/L5
  L4/5椎间盘突出（左侧） => L4/5 disc L4/L5 left
  L4/5（左）、L5/S1（右） => L4/5 disc L4/L5 left | L5/S1 disc L5/S1 right
  L4/5偏左突出 => L4/5 disc L4/L5 left
  L4/5左旁中央型突出 => L4/5 disc L4/L5 left
  L4/5旁中央型突出 => L4/5 disc L4/L5 central
  L4/5中央偏右型突出 => L4/5 disc L4/L5 right
  L4/5双侧椎间孔狭窄 => L4/5 disc L4/L5 bilateral
  L4/5两侧小关节增生 => L4/5 disc L4/L5 bilateral
  L3/4水平双侧侧隐窝狭窄，L4/5水平左侧侧隐窝狭窄 => L3/4 disc L3/L4 bilateral | L4/5 disc L4/L5 left
  左L5/S1椎间孔 => L5/S1 disc L5/S1 left
  左侧L4/5椎间盘突出 => L4/5 disc L4/L5 left
  L4/5左侧 => L4/5 disc L4/L5 left
  L4/5中央型突出 => L4/5 disc L4/L5 central
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});
