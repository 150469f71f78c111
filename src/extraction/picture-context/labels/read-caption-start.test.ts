import { expect, test } from 'vitest';
import { readCaptionStart } from './read-caption-start.ts';

function read(line: string): string | null {
  const start = readCaptionStart(line);
  return start && `${start.labels.map(({ text }) => text).join(' + ')}, ${start.form}`;
}

test.each([
  ['Figure 1. One', 'Figure 1, marked'],
  ['Fig 3: x', 'Figure 3, marked'],
  ['FIGURE 3 | A', 'Figure 3, marked'],
  ['Figure 97 — Schema', 'Figure 97, marked'],
  ['Figure2The end', 'Figure 2, plain'],
  ['Fig. 1 a CT; b MRI', 'Figure 1, plain'],
  ['Fig. 1a, b CT of', 'Figure 1, plain'],
  ['Figure 1 3D view', 'Figure 1, plain'],
  ['Figure 1-2. One', 'Figure 1-2, marked'],
  ['Figure 12.1 Title', 'Figure 12.1, plain'],
  ['Figure 1A. One', 'Figure 1A, marked'],
  ['Figs 2–4. Three', 'Figure 2 + Figure 3 + Figure 4, marked'],
  ['Figure 2 (continued)', 'Figure 2, marked'],
  ['Supplementary Fig. 3. X', 'Supplementary Figure 3, marked'],
  ['Extended Data Fig. 2 | X', 'Extended Data Figure 2, marked'],
  ['eFigure 2. X', 'eFigure 2, marked'],
  ['FigS1. x', 'Figure S1, marked'],
  ['Figure IV. X', 'Figure IV, marked'],
  ['Figure. CT of', 'Figure, marked'],
  ['Figure 1—figure supplement 2. X', 'Figure 1—figure supplement 2, marked'],
  ['Scheme 2. x', 'Scheme 2, marked'],
  ['Fig. 3 shows that', 'Figure 3, verb'],
  ['图1椎间盘', '图1, plain'],
  ['图2中央管狭窄', '图2, plain'],
  ['图 3-12 腰椎', '图3-12, plain'],
  ['图１．２　腰椎', '图1.2, plain'],
  ['图2、3 术前', '图2 + 图3, plain'],
  ['图一 术前', '图1, plain'],
  ['▲图1 甲', '图1, plain'],
  ['【图1】腰椎', '图1, marked'],
  ['（图3）', '图3, bare'],
  ['附图1 甲', '附图1, plain'],
  ['补充图2：甲', '补充图2, marked'],
  ['图1所示', '图1, verb'],
  ['图1为术前', '图1, verb'],
  ['图2）。所有患者', null],
  ['Figure 2). All patients', null],
  ['Figures 1 and 2 show', null],
  ['Figure 1 of the series', null],
  ['图1、2所示', null],
  ['Table 1. x', null],
  ['figured 1 out', null],
  ['In Figure 1. x', null],
])('%s', (line, expected) => {
  expect(read(line)).toBe(expected);
});
