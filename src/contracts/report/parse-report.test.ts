import { describe, expect, it } from 'vitest';
import { parseReport } from './index.ts';

const plainFinding = { levels: [], side: null, measures: [] };

describe('a report in lists, with labels in bold', () => {
  const { report, missing, extra, language } = parseReport(`Sure, here it is:

# Comprehensive spine assessment

## 1. Imaging Findings
- **MRI (sagittal T2):** C5/6 disc herniation, 5 mm, indenting the cord.
  - *Clinical significance:* explains the clumsy hands.
- **X-ray:** Straight neck.

## 2. Diagnosis
- **Primary diagnosis:** Cervical myelopathy C5/6 (Confidence: High)
- **Secondary diagnoses:** None
- **Differential diagnoses:**
  - Multiple sclerosis – no lesions in the brain
  - **ALS**: sensation is disturbed, which it would spare

## 3. Treatment Recommendations
### For the Patient
1. **Conservative treatment:** Collar and exercises did not help.
2. **Why surgery:** The cord is squeezed.
### For the Physician
**Condition:** Myelopathy with one level compressed
1. Decompression: cord signal on T2 → Yes, C5/6
2. Fusion: discectomy leaves a gap → **Yes**
**Conclusion:** ACDF C5/6

## 4. Risks & Prognosis
**Surgical risks:** hoarseness, trouble swallowing.
**Prognosis:** Hands improve in most.
**🚩 Red flags:** trouble breathing

## 5. Postoperative Management
- **Haematoma:** open the wound at once. Red flag: swelling of the neck
- **Nonunion:** CT after a year (**Red flag:** pain that returns)

## 6. Rationale & Disclaimer
Signs, MRI and level agree.

*Disclaimer: made by a program.*`);

  it('is read whole', () => {
    expect(report).toEqual({
      imaging: [
        {
          modality: 'MRI',
          study: 'MRI (sagittal T2)',
          findings: [
            {
              ...plainFinding,
              finding: 'C5/6 disc herniation, 5 mm, indenting the cord.',
              meaning: 'explains the clumsy hands.',
            },
          ],
        },
        { modality: 'XR', study: null, findings: [{ ...plainFinding, finding: 'Straight neck.' }] },
      ],
      diagnosis: {
        primary: { diagnosis: 'Cervical myelopathy C5/6', confidence: 'high' },
        secondary: [],
        differentials: [
          { diagnosis: 'Multiple sclerosis', reasoning: 'no lesions in the brain' },
          { diagnosis: 'ALS', reasoning: 'sensation is disturbed, which it would spare' },
        ],
      },
      treatment: {
        patient: {
          conservative: 'Collar and exercises did not help.',
          necessity: 'The cord is squeezed.',
        },
        physician: {
          condition: 'Myelopathy with one level compressed',
          steps: [
            { question: 'Decompression', evidence: 'cord signal on T2', decision: 'Yes, C5/6' },
            { question: 'Fusion', evidence: 'discectomy leaves a gap', decision: 'Yes' },
          ],
          conclusion: 'ACDF C5/6',
        },
      },
      risk: {
        risks: ['hoarseness, trouble swallowing.'],
        prognosis: 'Hands improve in most.',
        redFlags: ['trouble breathing'],
      },
      postoperative: [
        {
          issue: 'Haematoma',
          strategy: 'open the wound at once.',
          redFlag: 'swelling of the neck',
        },
        { issue: 'Nonunion', strategy: 'CT after a year', redFlag: 'pain that returns' },
      ],
      rationale: { summary: 'Signs, MRI and level agree.', disclaimer: 'made by a program.' },
    });
  });

  it('names what it lacks and keeps what has no place', () => {
    expect(missing).toEqual([
      'imaging[1].findings[0].meaning',
      'diagnosis.correlation',
      'treatment.patient.plan',
      'treatment.patient.recovery',
    ]);
    expect(extra).toEqual([{ heading: null, text: 'Sure, here it is:' }]);
    expect(language).toBe('en');
  });
});

describe('a report in Chinese, numbered and without any Markdown heading', () => {
  const { report, missing, language } = parseReport(`一、影像学表现
（1）X线：胸腰段侧弯，Cobb角约42°。临床意义：达到手术标准。
（2）ＭＲＩ：脊髓未见异常。
二、AI辅助诊断
1、主要诊断：特发性脊柱侧凸（高置信度）
2、症状-影像学相关性：剃刀背与右胸弯一致
3、次要诊断：无
4、鉴别诊断：①先天性侧凸：无椎体畸形；②神经肌肉型侧凸：神经查体正常。
三、治疗建议
（一）患者版
保守治疗评估：支具无效
手术必要性：仍在进展
（二）医生版
病情：双主弯
1. 减压指征：无神经受压 → 减压：否
2. 融合指征：进展 → 融合：是
结论：后路矫形融合
四、风险与预后
手术风险：①感染；②出血；③神经损伤。
预后：良好
红旗警示：双下肢无力
第五部分 术后可能情况及应对
1. 感染：清创；警示信号：发热
六、诊断依据和免责声明
依据：体征与影像一致
声明：由程序生成`);

  it('is read whole', () => {
    expect(report.imaging).toEqual([
      {
        modality: 'XR',
        study: null,
        findings: [
          { ...plainFinding, finding: '胸腰段侧弯，Cobb角约42°。', meaning: '达到手术标准。' },
        ],
      },
      { modality: 'MRI', study: null, findings: [{ ...plainFinding, finding: '脊髓未见异常。' }] },
    ]);
    expect(report.diagnosis).toEqual({
      primary: { diagnosis: '特发性脊柱侧凸', confidence: 'high' },
      correlation: '剃刀背与右胸弯一致',
      secondary: [],
      differentials: [
        { diagnosis: '先天性侧凸', reasoning: '无椎体畸形' },
        { diagnosis: '神经肌肉型侧凸', reasoning: '神经查体正常。' },
      ],
    });
    expect(report.treatment?.physician).toEqual({
      condition: '双主弯',
      steps: [
        { question: '减压指征', evidence: '无神经受压', decision: '减压：否' },
        { question: '融合指征', evidence: '进展', decision: '融合：是' },
      ],
      conclusion: '后路矫形融合',
    });
    expect(report.risk).toEqual({
      risks: ['感染', '出血', '神经损伤。'],
      prognosis: '良好',
      redFlags: ['双下肢无力'],
    });
    expect(report.postoperative).toEqual([{ issue: '感染', strategy: '清创', redFlag: '发热' }]);
    expect(report.rationale).toEqual({ summary: '体征与影像一致', disclaimer: '由程序生成' });
    expect(language).toBe('zh');
  });

  it('names what it lacks', () => {
    expect(missing).toEqual([
      'imaging[1].findings[0].meaning',
      'treatment.patient.plan',
      'treatment.patient.recovery',
    ]);
  });
});

describe('tables', () => {
  it('of labels and texts are read by their rows', () => {
    const { report, extra } = parseReport(`## Diagnosis
| Tier | Output | Confidence |
|---|---|---|
| **1. Primary Diagnosis** | Burst fracture L1 | High |
| **2. Secondary** | Osteoporosis<br>Old fracture T12 | |
## Risk
| Item | Assessment |
|:--|:--|
| Surgical risks | - bleeding<br>- infection |
| Red flag warnings ⚠️ | weakness |`);
    expect(report).toEqual({
      diagnosis: {
        primary: { diagnosis: 'Burst fracture L1', confidence: 'high' },
        secondary: ['Osteoporosis', 'Old fracture T12'],
      },
      risk: { risks: ['bleeding', 'infection'], redFlags: ['weakness'] },
    });
    expect(extra).toEqual([]);
  });

  it('of findings are read by their columns, in whatever order', () => {
    const { report, extra } = parseReport(`## Imaging
| Level | Study | Finding | Side | Size | Significance | Radiologist |
|---|---|---|---|---|---|---|
| L3/4, L4/5 and L5/S1 | MRI | bulges | – | ≈ 3-4 mm; Pfirrmann: III | none | Dr A |
| L4 | X-ray | slip | left > right | 25 % | instability | |
| | | callus | | | | |`);
    expect(report.imaging).toEqual([
      {
        modality: 'MRI',
        study: null,
        findings: [
          {
            finding: 'bulges',
            levels: ['L3/4', 'L4/5', 'L5/S1'],
            side: null,
            measures: [
              { kind: 'quantity', name: null, relation: '≈', value: 3, to: 4, unit: 'mm' },
              { kind: 'grade', name: 'Pfirrmann', grade: 'III' },
            ],
          },
        ],
      },
      {
        modality: 'XR',
        study: null,
        findings: [
          {
            finding: 'slip',
            levels: ['L4'],
            side: 'bilateral',
            measures: [
              { kind: 'quantity', name: null, relation: '=', value: 25, to: null, unit: '%' },
            ],
            meaning: 'instability',
          },
          { ...plainFinding, finding: 'callus' },
        ],
      },
    ]);
    expect(extra).toEqual([
      { heading: 'Radiologist', text: 'Dr A' },
      { heading: 'side', text: 'left > right' },
    ]);
  });

  it('may have escaped bars in their cells', () => {
    const { report } = parseReport(
      '## Post-operative issues\n| Issue | Strategy |\n|--|--|\n| a \\| b | c \\\\|',
    );
    expect(report.postoperative).toEqual([{ issue: 'a | b', strategy: 'c \\' }]);
  });

  it('may hold a whole decision tree in a cell', () => {
    const { report } = parseReport(`## Treatment
| Condition | Professional Decision Tree |
|---|---|
| Stenosis L4/5 | 1. Decompression: claudication → Yes. 2. Fusion: 3 mm of motion -> No. Conclusion: laminotomy |`);
    expect(report.treatment).toEqual({
      physician: {
        condition: 'Stenosis L4/5',
        steps: [
          { question: 'Decompression', evidence: 'claudication', decision: 'Yes.' },
          { question: 'Fusion', evidence: '3 mm of motion', decision: 'No.' },
        ],
        conclusion: 'laminotomy',
      },
    });
  });

  it('are read in HTML, with tabs, without bars at their ends, and without a line of dashes', () => {
    const finding = [
      {
        modality: 'CT',
        study: null,
        findings: [{ ...plainFinding, finding: 'fracture', meaning: 'unstable' }],
      },
    ];
    for (const table of [
      '<table><tr><th>Modality</th><th>Findings</th><th>Significance</th></tr><tr><td>CT</td><td><b>fracture</b></td><td>unstable</td></tr></table>',
      'Modality\tFindings\tSignificance\nCT\tfracture\tunstable',
      'Modality | Findings | Significance\n--- | --- | ---\nCT | fracture | unstable',
      '| Modality | Findings | Significance |\n| CT | fracture | unstable |',
    ]) {
      expect(parseReport(`## Imaging\n${table}`).report.imaging).toEqual(finding);
    }
  });
});

describe('what is not there', () => {
  it.each([
    '',
    '  \n',
    '{"a": 1}',
    'I cannot help with a diagnosis.',
    '<think>## Diagnosis\nPrimary: x',
  ])('is not found in %j', text => {
    const { report, missing } = parseReport(text);
    expect(report).toEqual({});
    expect(missing).toHaveLength(6);
  });

  it.each([
    ['a percentage', 'Confidence: 90%'],
    ['two levels', 'Confidence: moderate to high'],
    ['a denial', 'Confidence: not high'],
  ])('is not guessed from %s', (_, line) => {
    const { report, missing, extra } = parseReport(`## Diagnosis\nPrimary diagnosis: x\n${line}`);
    expect(report.diagnosis).toEqual({ primary: { diagnosis: 'x' } });
    expect(missing).toContain('diagnosis.primary.confidence');
    expect(extra).toEqual([{ heading: 'Confidence', text: line.slice(12) }]);
  });

  it('is not guessed where a modality is two, none, or was not used', () => {
    const { report, missing } = parseReport(
      '## Imaging\n### X-ray and CT\n- a\n### Alignment\n- b\n## Diagnosis\nx\n## Imaging\nNo MRI was made. c',
    );
    expect(report.imaging).toEqual([
      { study: 'X-ray and CT', findings: [{ ...plainFinding, finding: 'a' }] },
      { study: 'Alignment', findings: [{ ...plainFinding, finding: 'b' }] },
      { study: null, findings: [{ ...plainFinding, finding: 'No MRI was made. c' }] },
    ]);
    expect(missing).toContain('imaging[2].modality');
  });

  it('is told from what is said to be none', () => {
    expect(parseReport('## Postoperative issues\nNot applicable').report).toEqual({
      postoperative: [],
    });
    expect(parseReport('## Postoperative issues\nNot provided').report).toEqual({});
    expect(parseReport('## Risk\nPrognosis: N/A').report).toEqual({});
  });
});

describe('what is said twice', () => {
  it('counts once where it is the same, and the first counts where it is not', () => {
    const { report, extra } = parseReport(`## Diagnosis
### Primary diagnosis
A
### Secondary diagnoses
- x
## Diagnosis
### Primary diagnosis
B
### Secondary diagnoses
- x
### Secondary diagnoses
- y`);
    expect(report.diagnosis).toEqual({ primary: { diagnosis: 'A' }, secondary: ['x', 'y'] });
    expect(extra).toEqual([{ heading: 'Primary diagnosis', text: 'B' }]);
  });

  it('counts in its own section before another', () => {
    const { report, extra } = parseReport(
      '## Treatment\n**Prognosis:** fair\n## Diagnosis\nx\n## Risk\n### Prognosis\ngood',
    );
    expect(report.risk).toEqual({ prognosis: 'good' });
    expect(extra).toEqual([{ heading: 'Prognosis:', text: 'fair' }]);
  });
});

describe('labels', () => {
  it('are believed by how the document writes its sections', () => {
    const headed = parseReport(
      '## Imaging findings\n- MRI: a\n- Diagnosis: b\n## Diagnosis\nc\n## Risk\nd',
    );
    expect(headed.report.diagnosis).toEqual({ primary: { diagnosis: 'c' } });
    const plain = parseReport('Imaging findings: MRI shows a.\nDiagnosis: b');
    expect(plain.report.diagnosis).toEqual({ primary: { diagnosis: 'b' } });
  });

  it('open no section within a line where the document has headings', () => {
    const { report } = parseReport('## Imaging\n- CT: a\n## Diagnosis\nb\nManagement: c');
    expect(report.diagnosis).toEqual({ primary: { diagnosis: 'b\nManagement: c' } });
    expect(report.treatment).toBeUndefined();
  });

  it('may have their text in the heading', () => {
    const { report } = parseReport(
      '## Diagnosis: L5/S1 extrusion\n### Confidence: low\n## Treatment\n### Prognosis: fair',
    );
    expect(report).toEqual({
      diagnosis: { primary: { diagnosis: 'L5/S1 extrusion', confidence: 'low' } },
      risk: { prognosis: 'fair' },
    });
  });

  it('that the prompt brought are kept apart', () => {
    const { report, extra } = parseReport(
      '## Imaging\n*Task: describe the pictures.*\n- CT: a\n## Diagnosis\nb',
    );
    expect(report.imaging?.[0]?.modality).toBe('CT');
    expect(extra).toEqual([{ heading: 'Task', text: 'Task: describe the pictures.' }]);
  });

  it('that were guessed and had nothing under them are kept as text', () => {
    const { report, extra } = parseReport('## Risk\n### The outcome is open\n## Diagnosis\nx');
    expect(report).toEqual({ diagnosis: { primary: { diagnosis: 'x' } } });
    expect(extra).toEqual([{ heading: null, text: 'The outcome is open' }]);
  });
});

describe('prose', () => {
  it('is parted where a sentence begins with another study', () => {
    const { report } = parseReport(
      '## Imaging\nThe X-ray shows a slip. It is stable. Lumbar MRI shows stenosis at L4/5.\n## Diagnosis\nx',
    );
    expect(report.imaging).toEqual([
      {
        modality: 'XR',
        study: null,
        findings: [{ ...plainFinding, finding: 'The X-ray shows a slip. It is stable.' }],
      },
      {
        modality: 'MRI',
        study: null,
        findings: [{ ...plainFinding, finding: 'Lumbar MRI shows stenosis at L4/5.' }],
      },
    ]);
  });

  it('is no section however much it speaks of them', () => {
    const text = 'The MRI shows a herniation. The diagnosis is clear. Risks include infection.';
    expect(parseReport(text)).toEqual({
      report: {},
      missing: ['imaging', 'diagnosis', 'treatment', 'risk', 'postoperative', 'rationale'],
      extra: [{ heading: null, text }],
      language: 'en',
    });
  });
});
