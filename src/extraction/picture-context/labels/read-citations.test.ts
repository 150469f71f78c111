import { expect, test } from 'vitest';
import { readCitations } from './read-citations.ts';

const simple = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  'S1',
  'S2',
  'S3',
  'A1',
  'X2',
  '附1',
  'roman 1',
  'roman 2',
  '',
  '1/1',
  '1/2',
];
const chaptered = ['1-1', '1-2', '1-3', '1-4', '1-5', '3-12', '12-1', '12-2', '12-3', '12-4'];

function cite(text: string, known: readonly string[]): string {
  const keys = new Set(known.map(key => `Figure:${key}`));
  return readCitations(text, keys)
    .filter(({ key }) => keys.has(key))
    .map(({ key, panels }) => `${key.slice(7) || 'only'}${panels ?? ''}`)
    .join(' ');
}

test.each([
  ['Figs. 1–3', '1 2 3'],
  ['Figure 2A and B', '2AB'],
  ['Fig. 1a, b', '1AB'],
  ['Figures 2, 4 and 5', '2 4 5'],
  ['(Fig. 3C–E)', '3CDE'],
  ['Figs 1A-C and 2', '1ABC 2'],
  ['Figs. 1, 2A–C, and 3', '1 2ABC 3'],
  ['Fig. 1(a)', '1A'],
  ['Figures 1(a) and 1(b), 2(c)', '1A 1B 2C'],
  ['Figs. 4, A and B, and 5', '4AB 5'],
  ['(Figures 1 through 4)', '1 2 3 4'],
  ['Figures 1 to 3', '1 2 3'],
  ['Fig. 1 to Fig. 3', '1 2 3 3'],
  ['Figs. 1-3, 5-7', '1 2 3 5 6 7'],
  ['Figure 3A–4C', '3A 4'],
  ['Fig. 1 Fig. 2', '1 2'],
  ['in Fig.1', '1'],
  ['see Figure S2', 'S2'],
  ['Supplementary Fig. 3', 'S3'],
  ['FigS1', 'S1'],
  ['Figs. S1-3', 'S1 S2 S3'],
  ['Figs. S1 and 2', 'S1 S2'],
  ['Figure 1 and Supplementary Figure 1', '1 S1'],
  ['Additional file 3: Figure 2', 'S2'],
  ['Extended Data Fig. 2', 'X2'],
  ['Appendix Figure A1', 'A1'],
  ['Figures I and II', 'roman 1 roman 2'],
  ['Fig. 1 and Table 2', '1'],
  ['Fig. 1, Table 2 and 3', '1'],
  ['Fig. 1, 2 patients', '1'],
  ['as in Figure 1 and 2 patients', '1'],
  ['Figure 1—figure supplements 1 and 2', '1/1 1/2'],
  ['Figure 1—source data 1', ''],
  ['(Figure, panel A)', 'only'],
  ['the figure shows it, and the Figures', ''],
  ['Fig. $2 \\mathrm { A }$', '2A'],
  ['如图2、3', '2 3'],
  ['图2～4', '2 3 4'],
  ['图1-3所示', '1 2 3'],
  ['图1至图3', '1 2 3 3'],
  ['图1a、b', '1AB'],
  ['图 2（A、B）', '2AB'],
  ['附图1', '附1'],
  ['图一所示', '1'],
  ['见图１，２例患者', '1'],
  ['心电图1例，流程图2', ''],
  ['图 3 表 2 参 16', ''],
  ['Figure 3 of [12]', ''],
  ['Fig. 2 in Smith et al.', ''],
  ['Figure 2 of Smith and Jones [4]', ''],
  ['their Fig. 2', ''],
  ['[12, Fig. 3]', ''],
  ['文献[5]中图1', ''],
  ['Figure 3 in the supplementary material', ''],
  ['Figure 2 of Case 1', '2'],
  ['Fig. 2 in reference to the disc', '2'],
  ['Figure 1 of the study flow', '1'],
  ['(Smith et al., 2010; Fig. 2)', '2'],
  ['the configuration 2 figured 3', ''],
])('%s', (text, cited) => {
  expect(cite(text, simple)).toBe(cited);
});

test.each([
  ['图1-3所示', '1-3'],
  ['图1-3～1-5', '1-3 1-4 1-5'],
  ['图1-1至1-4', '1-1 1-2 1-3 1-4'],
  ['图1—3', '1-3'],
  ['Figures 1-3 and 1-4', '1-3 1-4'],
  ['Figs. 12.1–12.4', '12-1 12-2 12-3 12-4'],
  ['Figs. 12.1-4', '12-1 12-2 12-3 12-4'],
  ['见图 3-12', '3-12'],
])('where the document counts by chapters: %s', (text, cited) => {
  expect(cite(text, chaptered)).toBe(cited);
});

test('reads a paragraph of nothing but citations no further than any paragraph goes', () => {
  expect(readCitations('Figure 1, '.repeat(100_000), new Set()).length).toBeLessThan(200);
});
