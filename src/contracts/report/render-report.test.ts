import { describe, expect, it } from 'vitest';
import { type Report, renderReport } from './index.ts';
import { sampleReport } from './testing/sample-report.ts';

describe('a report as Markdown', () => {
  it('is plain where its texts are', () => {
    const markdown = renderReport(sampleReport, 'en');
    expect(markdown).not.toMatch(/&|\\|<br>/);
    expect(markdown).toContain(
      '## I. Structured imaging findings\n\n### MRI: lumbar spine, sagittal and axial T2\n',
    );
    expect(markdown).toContain('| Disc dehydration | L4/L5, L5/S1 | — | Pfirrmann: IV | ');
    expect(markdown).toContain(
      '| L5/S1 | left | anteroposterior diameter: 9 mm; migration: ≈6–7 mm |',
    );
    expect(markdown).toContain('**Confidence:** high\n');
    expect(markdown.match(/^## .*$/gm)).toHaveLength(6);
  });

  it('has its labels in Chinese', () => {
    const markdown = renderReport(sampleReport, 'zh');
    expect(markdown.match(/^#{1,2} .*$/gm)).toEqual([
      '# 脊柱报告',
      '## 一、结构化影像学表现',
      '## 二、AI辅助诊断',
      '## 三、治疗建议',
      '## 四、风险与预后评估',
      '## 五、术后问题管理',
      '## 六、诊断依据与免责声明',
    ]);
    expect(markdown).toContain('**置信度：** 高\n');
    expect(markdown).toContain('| 左侧 |');
  });

  it('says that there is none where a list is empty', () => {
    const report: Report = {
      ...sampleReport,
      diagnosis: { ...sampleReport.diagnosis, secondary: [], differentials: [] },
      postoperative: [],
    };
    expect(renderReport(report, 'en')).toMatch(
      /### Secondary diagnoses\n\nNone\n\n### Differential diagnoses\n\nNone\n/,
    );
    expect(renderReport(report, 'zh')).toMatch(/## 五、术后问题管理\n\n无\n/);
  });

  it('escapes a bar within a cell, once', () => {
    const [issue] = sampleReport.postoperative;
    const report = { ...sampleReport, postoperative: [{ ...issue!, issue: 'wound | drain' }] };
    expect(renderReport(report, 'en')).toContain('| wound \\| drain | ');
  });

  it('is words where a figure, a label or nothing is meant as a text', () => {
    const [study] = sampleReport.imaging;
    const [finding] = study!.findings;
    const withMeasures = (measures: Report['imaging'][0]['findings'][0]['measures']) => ({
      ...sampleReport,
      imaging: [{ ...study!, findings: [{ ...finding!, measures }] }],
      risk: { ...sampleReport.risk, risks: ['Red flag: fever', 'None'] },
    });
    const markdown = renderReport(
      withMeasures([
        { kind: 'grade', name: 'Pfirrmann', grade: '4' },
        { kind: 'grade', name: 'Score of the ward', grade: '2' },
        { kind: 'grade', name: null, grade: 'severe' },
      ]),
      'en',
    );
    expect(markdown).toContain('| Pfirrmann: 4; Score of the ward: &#50;; severe |');
    expect(markdown).toContain('- &#82;ed flag: fever\n- &#78;one\n');
  });

  it('shows marks as marks, and guards only the line that needs it', () => {
    const prognosis = 'Good, see **below**.\n- not a list\nRed flags: none';
    const report = { ...sampleReport, risk: { ...sampleReport.risk, prognosis } };
    expect(renderReport(report, 'en')).toContain(
      'Good, see \\*\\*below\\*\\*.\n&#45; not a list\n&#82;ed flags: none\n',
    );
  });
});
