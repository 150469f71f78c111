import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../tests/chromium.ts';
import { chineseFont } from './testing/chapter-html.ts';
import { noOcr, openPrinter } from './testing/print-html.ts';

let printer: Awaited<ReturnType<typeof openPrinter>>;
beforeAll(async () => {
  printer = await openPrinter(await launchBrowser(), noOcr);
}, 60_000);
afterAll(() => printer?.close());

const prose =
  '<p>The disc was seen to bulge in most of the patients, and surgery was done within six weeks of the first visit to the clinic. Follow-up lasted two years, and the outcome was good in nearly all of them.</p>'.repeat(
    2,
  );
const body = "body { font: 10pt/1.35 'Liberation Serif', 'Open Sans', serif; margin: 0 }";
const rowsOf = (rows: string[][]) =>
  rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('');
const headOf = (cells: string[]) =>
  `<thead><tr>${cells.map(cell => `<th>${cell}</th>`).join('')}</tr></thead>`;

const grid = 'td, th { border: .5pt solid }';
/** Lines above and below the head and at the end. */
const ruled =
  'table { width: 100%; border-top: 1pt solid; border-bottom: 1pt solid } thead tr:last-child th { border-bottom: .5pt solid } td, th { padding: 1pt 4pt; text-align: left; font-weight: normal }';
const values = [
  ['Age, years', '61.2 ± 8.1', '60.8 ± 7.7', '0.71'],
  ['Women, n (%)', '22 (52)', '19 (48)', '0.66'],
  ['ODI', '41.0 (12.1)', '39.8 (11.5)', '0.58'],
];
const names = ['Value', 'Fusion', 'Decompression', 'P value'];
const meanings = [
  ['Listhesis', 'A vertebra has slipped over the one below it, graded by quarters of the endplate'],
  ['Lysis', 'A gap in the pars interarticularis on one side or both, often at L5 and in the young'],
  ['Stenosis', 'The canal is narrow, by bone or disc or ligament, at one level or at several'],
];
const angles = [
  ['L3/4', '8.1', '9.2', '1.1', '2.1'],
  ['L4/5', '9.1', '10.2', '1.3', '2.4'],
];
const twoHeads = (level: string, [a, b]: string[], [c, d]: string[]) =>
  `<thead><tr><th rowspan=2>${level}</th><th colspan=2>${a}</th><th colspan=2>${b}</th></tr><tr>${`<th>${c}</th><th>${d}</th>`.repeat(2)}</tr></thead>`;

const cases: Record<string, { style: string; table: string; rows: string[][] }> = {
  'narrow cells with lines between them': {
    style: `${grid} td, th { padding: 1px }`,
    table: headOf(names) + rowsOf(values),
    rows: [names, ...values],
  },
  'cells without any padding': {
    style: `${grid} td, th { padding: 0 }`,
    table: headOf(names) + rowsOf(values),
    rows: [names, ...values],
  },
  'cells that span rows and columns of a grid': {
    style: `${grid} td, th { padding: 2pt 3pt }`,
    table: `<thead><tr><th rowspan=2>Level</th><th colspan=2>Angle</th></tr><tr><th>Before</th><th>After</th></tr></thead><tr><td rowspan=2>Lumbar</td><td>8.1</td><td>9.2</td></tr><tr><td>9.1</td><td>10.2</td></tr><tr><td>Sacral</td><td colspan=2>unknown</td></tr>`,
    rows: [
      ['Level', 'Angle / Before', 'Angle / After'],
      ['Lumbar', '8.1', '9.2'],
      ['Lumbar', '9.1', '10.2'],
      ['Sacral', 'unknown', 'unknown'],
    ],
  },
  'lines down and none between the rows': {
    style:
      'table { border: .5pt solid } td, th { border-left: .5pt solid; border-right: .5pt solid; padding: 1pt 4pt } thead th { border-bottom: .5pt solid }',
    table: headOf(names) + rowsOf(values),
    rows: [names, ...values],
  },
  'three lines across': {
    style: ruled,
    table: headOf(names) + rowsOf(values),
    rows: [names, ...values],
  },
  'three lines across, cells of one line in the middle of those of two': {
    style: `${ruled} table { width: 78mm } td, th { padding: 1pt 6pt }`,
    table:
      headOf(names) +
      rowsOf([
        ['Dural tear during the decompression', '3 (7.5%) of them', '2', '0.67'],
        ['Revision of the implant in a year', '0', '1 (2.4%) of them', '&lt;0.01'],
      ]),
    rows: [
      names,
      ['Dural tear during the decompression', '3 (7.5%) of them', '2', '0.67'],
      ['Revision of the implant in a year', '0', '1 (2.4%) of them', '<0.01'],
    ],
  },
  'three lines across, centred': {
    style: `${ruled} td, th { text-align: center }`,
    table: headOf(names) + rowsOf(values),
    rows: [names, ...values],
  },
  'lines that each cell draws for itself': {
    style: `${ruled} table { border-collapse: separate; border-spacing: 4pt 0; width: auto }`,
    table: headOf(names) + rowsOf(values),
    rows: [names, ...values],
  },
  'two columns of words': {
    style: `${ruled} td { vertical-align: top }`,
    table: headOf(['Word', 'Meaning']) + rowsOf(meanings),
    rows: [['Word', 'Meaning'], ...meanings],
  },
  'words over several lines in narrow columns': {
    style: `${ruled} table { width: 60mm } td { vertical-align: top }`,
    table: headOf(['Word', 'Meaning']) + rowsOf(meanings),
    rows: [['Word', 'Meaning'], ...meanings],
  },
  'a head in two rows above three lines': {
    style: `${ruled} th[colspan] { text-align: center }`,
    table: twoHeads('Level', ['Lordosis', 'Kyphosis'], ['Before', 'After']) + rowsOf(angles),
    rows: [
      ['Level', 'Lordosis / Before', 'Lordosis / After', 'Kyphosis / Before', 'Kyphosis / After'],
      ...angles,
    ],
  },
  'a line below every row': {
    style:
      'td, th { border-top: .5pt solid; border-bottom: .5pt solid; padding: 2pt 6pt; text-align: left } table { width: 70mm }',
    table: headOf(names) + rowsOf(values),
    rows: [names, ...values],
  },
  三线表: {
    style: `${ruled} td, th { text-align: center }`,
    table:
      headOf(['指标', '融合组（n=42）', '减压组（n=40）', 'P值']) +
      rowsOf([
        ['年龄（岁）', '61.2±8.1', '60.8±7.7', '0.71'],
        ['病程', '长', '短', '0.66'],
      ]),
    rows: [
      ['指标', '融合组（n=42）', '减压组（n=40）', 'P值'],
      ['年龄（岁）', '61.2±8.1', '60.8±7.7', '0.71'],
      ['病程', '长', '短', '0.66'],
    ],
  },
  三线表双层表头: {
    style: `${ruled} td, th { text-align: center } th[colspan] { border-bottom: .3pt solid }`,
    table: twoHeads('节段', ['前凸角', '后凸角'], ['术前', '术后']) + rowsOf(angles),
    rows: [['节段', '前凸角 / 术前', '前凸角 / 术后', '后凸角 / 术前', '后凸角 / 术后'], ...angles],
  },
};

test('every kind of table keeps its cells', { timeout: 60_000 }, async () => {
  const pages = Object.values(cases).map(
    ({ style, table }, at) =>
      `<section id=s${at}><style>@scope (#s${at}) { table { border-collapse: collapse; font-size: 9pt } ${style} }</style>${prose}<p>Table ${at + 1}. A caption.</p><table>${table}</table>${prose}</section>`,
  );
  const css = `${chineseFont()} body { font-family: 'Noto Sans SC' } section { break-after: page }`;
  const { document } = await printer.print(
    'tables',
    `<style>${body} ${css}</style>${pages.join('')}`,
  );
  const tables = document.blocks.filter(({ type }) => type === 'table');
  const found = Object.fromEntries(
    Object.keys(cases).map((name, at) => {
      const on = tables.filter(({ page }) => page === at + 1);
      return [name, on.map(({ text }) => cellsOf(text))];
    }),
  );
  const wanted = Object.entries(cases).map(([name, { rows }]) => [name, [rows]]);
  expect(found).toEqual(Object.fromEntries(wanted));
});

function cellsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter(line => !/^\|[\s|-]+\|$/.test(line))
    .map(line => line.slice(2, -2).split(' | '));
}

const many = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => [
    `${from + at}`,
    `L${((from + at) % 5) + 1}`,
    ((from + at) * 1.7).toFixed(1),
    ['good', 'fair', 'poor'][(from + at) % 3]!,
  ]);

test.each([
  { what: 'its head repeated', css: ruled },
  { what: 'its head once', css: `${ruled} thead { display: table-row-group }` },
  { what: 'lines around its cells', css: `${grid} thead { display: table-row-group }` },
])('a table over several pages with $what is one', { timeout: 60_000 }, async ({ css }) => {
  const head = ['No.', 'Level', 'Angle', 'Outcome'];
  const { document } = await printer.print(
    'long',
    `<style>${body} table { border-collapse: collapse } ${css} td { padding: 4pt }</style>${prose}<p>Table 1. A long one.</p><table>${headOf(head)}<tbody>${rowsOf(many(0, 70))}</tbody></table>${prose}`,
  );
  expect(document.counts.pagesIn).toBe(3);
  const tables = document.blocks.filter(({ type }) => type === 'table');
  expect(tables.map(({ text }) => cellsOf(text))).toEqual([[head, ...many(0, 70)]]);
});

test('a caption that says that a table goes on adds no table', { timeout: 60_000 }, async () => {
  const head = ['No.', 'Level', 'Angle', 'Outcome'];
  const part = (from: number, to: number) =>
    `<table>${headOf(head)}${rowsOf(many(from, to))}</table>`;
  const { document, markdown } = await printer.print(
    'continued',
    `<style>${body} table { border-collapse: collapse } ${ruled}</style>${prose}<p>Table 1. Outcome.</p>${part(0, 5)}<p style="break-before:page">Table 1 (continued)</p>${part(5, 9)}${prose}<p>Table 2. Another.</p>${part(9, 12)}`,
  );
  const tables = document.blocks.filter(({ type }) => type === 'table');
  expect(tables.map(({ text }) => cellsOf(text))).toEqual([
    [head, ...many(0, 9)],
    [head, ...many(9, 12)],
  ]);
  expect(markdown).not.toContain('continued');
  expect(document.furniture).toMatchObject([{ page: 2, text: 'Table 1 (continued)' }]);
});

test('lines of a table of contents stay apart', { timeout: 60_000 }, async () => {
  const entries = [
    ['1 Anatomy', '1'],
    ['1.1 The vertebra and its parts', '2'],
    ['Figure 1-1 The vertebra from above', '14'],
    ['2 Imaging', '21'],
  ] as const;
  const list = (between: string) =>
    entries
      .map(([a, b]) => `<div class=l><span>${a}</span><i>${between}</i><span>${b}</span></div>`)
      .join('');
  const css =
    '.l { display: flex } i { flex: 1; overflow: hidden; white-space: nowrap; font-style: normal }';
  const { document } = await printer.print(
    'contents',
    `<style>${body} ${css}</style><h1>Contents</h1>${list(' . '.repeat(100))}<h1>Again</h1>${list('')}${prose}`,
  );
  const texts = document.blocks.map(({ text }) => text.replaceAll('\\', ''));
  for (const [a, b] of entries) {
    expect(texts).toContain(`${a} ..... ${b}`);
    expect(texts).toContain(`${a} ${b}`);
  }
  expect(document.blocks.filter(({ type }) => type === 'caption')).toEqual([]);
});
