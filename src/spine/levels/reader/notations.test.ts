import { describe, expect, test } from 'vitest';
import { cases, seen } from './testing/cases.ts';

describe('notations in English', () => {
  test.each(
    cases(`
  L4/5 => L4/5 disc L4/L5
  L4-5 => L4-5 disc L4/L5
  L4–L5 => L4–L5 disc L4/L5
  L4/L5 => L4/L5 disc L4/L5
  L4-L5 disc => L4-L5 disc L4/L5
  C5 on C6 => C5 on C6 disc C5/C6
  L5-S1 => L5-S1 disc L5/S1
  L2-S1 fusion => L2-S1 range L2-S1
  T10 to L2 => T10 to L2 range T10-L2
  L3, L4 and L5 => L3 vertebra L3 | L4 vertebra L4 | L5 vertebra L5
  L3/4, 4/5 and L5/S1 => L3/4 disc L3/L4 | 4/5 disc L4/L5 | L5/S1 disc L5/S1
  lumbosacral junction => lumbosacral region lumbosacral
  cervicothoracic junction => cervicothoracic region cervicothoracic
  S1 nerve root => S1 root S1
  T1-weighted image shows T1 vertebral fracture => T1 vertebra T1
  T2 hyperintensity at T2 => T2 vertebra T2
  D12 fracture => D12 vertebra T12
  Th12 => Th12 vertebra T12
  T13 => T13 vertebra T13
  L6 => L6 vertebra L6
  S3 => S3 vertebra S3
  atlas and axis => atlas vertebra C1 | axis vertebra C2
  coccyx => coccyx vertebra Co
  Fracture of the atlas => atlas vertebra C1
  axis fracture => axis vertebra C2
  C5-6 and 6-7 => C5-6 disc C5/C6 | 6-7 disc C6/C7
  Ｌ４/５ => Ｌ４/５ disc L4/L5
  Ｌ４－Ｓ１ => Ｌ４－Ｓ１ range L4-S1
  L 4/5 => L 4/5 disc L4/L5
  L4 / 5 => L4 / 5 disc L4/L5
  L4 -L5 => L4 -L5 disc L4/L5
  l4-5 => l4-5 disc L4/L5
  vertebra L4 => L4 vertebra L4
  fourth lumbar vertebra => fourth lumbar vertebra vertebra L4
  4th lumbar => 4th lumbar vertebra L4
  L-4 vertebra => L-4 vertebra L4
  L.4 vertebra => L.4 vertebra L4
  L IV vertebra => L IV vertebra L4
  C0-C1 => C0-C1 vertebra C1
  fractures of L4-L5 => L4-L5 range L4-L5
  L4-L5 vertebral bodies => L4-L5 range L4-L5
  L4-L5 fusion => L4-L5 disc L4/L5
  L3-L5 discs => L3-L5 range L3-L5
  L3 skeletal muscle index => L3 vertebra L3
  T1 slope => T1 vertebra T1
  S1 endplate => S1 vertebra S1
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('notations in Chinese', () => {
  test.each(
    cases(`
  腰4/5 => 腰4/5 disc L4/L5
  L4-5椎间盘 => L4-5 disc L4/L5
  第四腰椎 => 第四腰椎 vertebra L4
  胸12 => 胸12 vertebra T12
  颈5-6 => 颈5-6 disc C5/C6
  腰5骶1 => 腰5骶1 disc L5/S1
  胸10至腰2 => 胸10至腰2 range T10-L2
  腰骶段 => 腰骶段 region lumbosacral
  L4、5椎体 => L4 vertebra L4 | 5 vertebra L5
  腰3/4、4/5 => 腰3/4 disc L3/L4 | 4/5 disc L4/L5
  腰四五 => 腰四五 disc L4/L5
  颈五六 => 颈五六 disc C5/C6
  胸十二椎体 => 胸十二 vertebra T12
  腰椎第4节 => 腰椎第4节 vertebra L4
  第3、4腰椎 => 第3 vertebra L3 | 4腰椎 vertebra L4
  骶1 => 骶1 vertebra S1
  尾骨 => 尾骨 vertebra Co
  寰椎 => 寰椎 vertebra C1
  枢椎 => 枢椎 vertebra C2
  腰骶 => 腰骶 region lumbosacral
  寰枢关节脱位 => 寰枢 disc C1/C2
  寰椎骨折，枢椎齿状突骨折 => 寰椎 vertebra C1 | 枢椎 vertebra C2
  第12胸椎、第1腰椎压缩骨折 => 第12胸椎 vertebra T12 | 第1腰椎 vertebra L1
  第一腰椎爆裂骨折 => 第一腰椎 vertebra L1
  第3~5腰椎 => 第3~5腰椎 range L3-L5
  第3至第5腰椎 => 第3至第5腰椎 range L3-L5
  第五腰椎、第一骶椎 => 第五腰椎 vertebra L5 | 第一骶椎 vertebra S1
  第3腰椎横突综合征 => 第3腰椎 vertebra L3
  第四、第五腰椎 => 第四 vertebra L4 | 第五腰椎 vertebra L5
  第4/5颈椎间盘 => 第4/5颈 disc C4/C5
  腰三横突综合征 => 腰三 vertebra L3
  腰四五椎间盘突出 => 腰四五 disc L4/L5
  腰五骶一椎间盘突出 => 腰五骶一 disc L5/S1
  腰四/五 => 腰四/五 disc L4/L5
  胸十一、十二椎体 => 胸十一 vertebra T11 | 十二 vertebra T12
  胸十一椎体 => 胸十一 vertebra T11
  L45椎间盘 => L45 disc L4/L5
  C56椎间盘突出 => C56 disc C5/C6
  L34、L45、L5S1椎间盘膨出 => L34 disc L3/L4 | L45 disc L4/L5 | L5S1 disc L5/S1
  腰45椎间盘 => 腰45 disc L4/L5
  頸5-6椎間盤突出，第四腰椎，腰4/5椎間盤 => 頸5-6 disc C5/C6 | 第四腰椎 vertebra L4 | 腰4/5 disc L4/L5
  L4.5椎间盘 => L4.5 disc L4/L5
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe('what stands around a level', () => {
  test.each(
    cases(`
  病变位于胸十二。 => 胸十二 vertebra T12
  骨折位于胸十二和腰一 => 胸十二 vertebra T12 | 腰一 vertebra L1
  Herniated l4 => l4 vertebra L4
  slipped disc l4/l5 and l5/s1 => l4/l5 disc L4/L5 | l5/s1 disc L5/S1
  pain at c5-c6 and t12 => c5-c6 disc C5/C6 | t12 vertebra T12
  Fracture L-4. => L-4 vertebra L4
  laminectomy L-4 and L-5 => L-4 vertebra L4 | L-5 vertebra L5
  At L4 there are 5 mm of slip => L4 vertebra L4
  L5 5 mm anterolisthesis => L5 vertebra L5
  C5, 6 and 7 nerve roots => C5 root C5 | 6 root C6 | 7 root C7
  S1, S2, and S3 foramina => S1 vertebra S1 | S2 vertebra S2 | S3 vertebra S3
  T1 (Fig. 2) fracture => T1 vertebra T1
  T1, 5 mm => T1 vertebra T1
  C2/3-C6/7 facet joints => C2/3-C6/7 range C2-C7
  discs from C3/4 to C6/7 => C3/4 to C6/7 range C3-C7
  L1-L2, L2-L3, L3-L4, L4-L5 and L5-S1 levels => L1-L2 disc L1/L2 | L2-L3 disc L2/L3 | L3-L4 disc L3/L4 | L4-L5 disc L4/L5 | L5-S1 disc L5/S1
  all lumbar levels from L1/2 through L5/S1 => L1/2 through L5/S1 range L1-S1
  disc spaces L3-4 through L5-S1 => L3-4 through L5-S1 range L3-S1
  The level L5/S1 was fused; levels above (L3/4 and L4/5) were not. => L5/S1 disc L5/S1 | L3/4 disc L3/L4 | L4/5 disc L4/L5
  cages at L3/4/5/S1 => L3/4/5/S1 range L3-S1
  C3/4/5/6 discs => C3/4/5/6 range C3-C6
  fusion of L4,L5 and S1 => L4 vertebra L4 | L5 vertebra L5 | S1 vertebra S1
  fusion of L4, L5 & S1 => L4 vertebra L4 | L5 vertebra L5 | S1 vertebra S1
  L4+L5 => L4 vertebra L4 | L5 vertebra L5
  L4 + L5 fractures => L4 vertebra L4 | L5 vertebra L5
  L4 or L5 => L4 vertebra L4 | L5 vertebra L5
  L4 vs L5 => L4 vertebra L4 | L5 vertebra L5
  L4 versus L5 root => L4 vertebra L4 | L5 root L5
  L4→L5 => L4 vertebra L4 | L5 vertebra L5
  L4 > L5 => L4 vertebra L4 | L5 vertebra L5
  L4 (or L5) => L4 vertebra L4 | L5 vertebra L5
  L4 [L5] => L4 vertebra L4 | L5 vertebra L5
  L4–5–S1 => L4–5–S1 range L4-S1
  L5 vertebra on S1 => L5 vertebra on S1 disc L5/S1
  L5 slips forward on S1 => L5 vertebra L5 | S1 vertebra S1
  forward slip of L5 relative to S1 => L5 relative to S1 disc L5/S1
  L5 with respect to S1 => L5 with respect to S1 disc L5/S1
  the body of L5 over that of S1 => L5 vertebra L5 | S1 vertebra S1
  superior endplate of L5 and inferior endplate of L4 => L5 vertebra L5 | L4 vertebra L4
  L5 inferior endplate to S1 superior endplate => L5 vertebra L5 | S1 vertebra S1
  T12's fracture => T12 vertebra T12
  T12-level injury => T12 vertebra T12
  non-contiguous T4 and T10 fractures => T4 vertebra T4 | T10 vertebra T10
  post-L4 laminectomy => L4 vertebra L4
  mid-T8 level => T8 vertebra T8
  low L5 slip => L5 vertebra L5
  sub-C2 region => C2 vertebra C2
  C2-3-level => C2-3 disc C2/C3
  pre-T10 => T10 vertebra T10
  "L5-S1" => L5-S1 disc L5/S1
  'L4' => L4 vertebra L4
  **L4/5** and *L5* => L4/5 disc L4/L5 | L5 vertebra L5
  | L4/5 | L5/S1 | => L4/5 disc L4/L5 | L5/S1 disc L5/S1
  <b>L4</b> => L4 vertebra L4
  L4, => L4 vertebra L4
  L4;L5 => L4 vertebra L4 | L5 vertebra L5
  L4:L5 => L4 vertebra L4 | L5 vertebra L5
  L4L5 => L4L5 disc L4/L5
  L4&L5 => L4 vertebra L4 | L5 vertebra L5
  L4|L5 => L4 vertebra L4 | L5 vertebra L5
  受累椎体：T9 2例，T10 3例，L3 4例 => T9 vertebra T9 | T10 vertebra T10 | L3 vertebra L3
  减压节段C3~5 6例 => C3~5 range C3-C5
  腰椎2~3感染 => 腰椎2~3 disc L2/L3
  the junction (T11L2) => T11L2 range T11-L2
  胸腰段（T11~L2） => 胸腰段 region thoracolumbar | T11~L2 range T11-L2
  exposed on the right L2 and L3 => L2 vertebra L2 right | L3 vertebra L3 right
`),
  )('%s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});
