import { describe, expect, it, test } from 'vitest';
import { documentSchema, renderDocument } from '../../contracts/document/index.ts';
import { bindPictures } from '../picture-context/index.ts';
import { type JatsOptions, readJats } from './index.ts';

/** What an article with this body becomes. */
function read(body: string, { back = '', front = '', attributes = '', ...options }: Given = {}) {
  const xml = `<article xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="m" ${attributes}><front><article-meta>${front}</article-meta></front><body>${body}</body>${back}</article>`;
  const parts = readJats(xml, { file: 'a.xml', ...options });
  const { markdown, document } = renderDocument(parts[0]!.document);
  documentSchema.parse(document);
  const cited = document.citations.map(
    ({ figures, evidence, block }) =>
      `${evidence} ${figures.join(' ')}: ${document.blocks[block]!.text.slice(0, 12)}`,
  );
  return { parts, markdown: markdown.trimEnd(), document, cited };
}
type Given = Partial<JatsOptions> & { back?: string; front?: string; attributes?: string };

const fig = (id: string, label: string, caption = 'A scan.', href = id.toLowerCase()) =>
  `<fig id="${id}"><label>${label}</label><caption><p>${caption}</p></caption><graphic xlink:href="${href}"/></fig>`;
const figures = (count: number) =>
  Array.from({ length: count }, (_, at) => fig(`F${at + 1}`, `Figure ${at + 1}`)).join('');
const xref = (rid: string, text: string) => `<xref ref-type="fig" rid="${rid}">${text}</xref>`;

describe('text', () => {
  it.each([
    ['<p>one<bold> two </bold>three</p>', 'one **two** three'],
    ['<p><italic>L4</italic>/<italic>5</italic></p>', '*L4*/*5*'],
    ['<p>a<sup>2</sup> and H<sub>2</sub>O</p>', 'a<sup>2</sup> and H<sub>2</sub>O'],
    ['<p>p &lt; 0.05, a*b, [x](y)</p>', 'p < 0.05, a\\*b, [x\\](y)'],
    ['<p># not a heading</p>', '\\# not a heading'],
    ['<p>1. not a list</p>', '1\\. not a list'],
    [
      '<p>see <ext-link xlink:href="https://a.b/c">there</ext-link></p>',
      'see [there](https://a.b/c)',
    ],
    ['<p><ext-link xlink:href="https://a.b/c">https://a.b/c</ext-link></p>', 'https://a.b/c'],
    ['<p><ext-link xlink:href="javascript:alert(1)">x</ext-link></p>', 'x'],
    ['<p>a<break/>b <inline-graphic xlink:href="s"/> c</p>', 'a b [inline graphic] c'],
    ['<p>&#60;script&#62;alert(1)&#60;/script&#62;</p>', '\\<script>alert(1)\\</script>'],
    ['<p>a<fn><label>*</label><p>note</p></fn> b</p>', 'a b\n\n\\* note'],
    ['<p><!-- no --><?pi x?>a<object-id>no</object-id></p>', 'a'],
    ['<p>x <unknown>kept <p2>too</p2></unknown></p>', 'x kept too'],
    ['<P>UPPER</P>', 'UPPER'],
    ['<disp-quote><p>Said.</p></disp-quote>', '> Said.'],
    [
      '<sec><title>A</title><sec><label>1.1</label><title>B</title><p>c</p></sec></sec>',
      '## A\n\n### 1.1 B\n\nc',
    ],
    ['<sec><p>no title</p></sec>', 'no title'],
    ['<p>a<list><list-item><p>b</p></list-item></list>c</p>', 'a\n\n- b\n\nc'],
    [
      '<list list-type="order"><list-item><p>a</p></list-item><list-item><p>b</p></list-item></list>',
      '1. a\n2. b',
    ],
    ['<list list-type="alpha-lower"><list-item><p>a</p></list-item></list>', '- a) a'],
    ['<list><list-item><label>(ii)</label><p>a</p></list-item></list>', '- (ii) a'],
    [
      '<def-list><def-item><term>CT</term><def><p>scan</p></def></def-item></def-list>',
      '- CT: scan',
    ],
    [
      '<supplementary-material xlink:href="s1.pdf"><label>S1</label><caption><p>Data</p></caption></supplementary-material>',
      'S1. Data (s1.pdf)',
    ],
  ])('%s', (body, markdown) => {
    expect(read(body).markdown).toBe(markdown);
  });
});

describe('formulas', () => {
  const math = '<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math>';
  const tex = '<tex-math>\\documentclass{a}\\begin{document}$$x^{2}$$\\end{document}</tex-math>';
  it.each([
    [`<disp-formula><label>(3)</label>${math}</disp-formula>`, 'x^2 (3)'],
    [
      `<disp-formula><alternatives>${math}${tex}<graphic xlink:href="e"/></alternatives></disp-formula>`,
      '$$x^{2}$$',
    ],
    [`<p>so <inline-formula>${tex}</inline-formula>.</p>`, 'so $x^{2}$.'],
    [`<p>so ${math}</p>`, 'so x^2'],
    ['<disp-formula>a = b</disp-formula>', 'a = b'],
    ['<p><mml:math alttext="\\beta _{0}"><mml:mi>β</mml:mi></mml:math></p>', '$\\beta _{0}$'],
    ['<p><mml:math alttext="p"><mml:mi>p</mml:mi></mml:math></p>', 'p'],
    [
      '<p><mml:math><mml:semantics><mml:mi>x</mml:mi><mml:annotation encoding="application/x-tex">x_1</mml:annotation></mml:semantics></mml:math></p>',
      '$x_1$',
    ],
    ['<disp-formula><graphic xlink:href="e.gif"/></disp-formula>', '[formula]'],
  ])('%s', (body, markdown) => {
    const { markdown: made, document } = read(body);
    expect(made).toBe(markdown);
    expect(document.figures).toEqual([]);
  });
});

describe('tables', () => {
  const table = (rows: string, more = '') =>
    `<table-wrap><label>Table 1</label><caption><p>T</p></caption>${more}<table>${rows}</table></table-wrap>`;
  it.each([
    [
      '<thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>1</th><th>2</th></tr></thead><tbody><tr><td rowspan="2">x</td><td>y</td><td>z</td></tr><tr><td colspan="2">w</td></tr></tbody>',
      '| A | B / 1 | B / 2 |\n| --- | --- | --- |\n| x | y | z |\n| x | w | w |',
    ],
    ['<tr><th>h</th></tr><tr><td>d</td></tr>', '| h |\n| --- |\n| d |'],
    [
      '<tbody><tr><td>a|b</td><td><p>c</p><p>d</p></td></tr></tbody>',
      '|  |  |\n| --- | --- |\n| a\\|b | c d |',
    ],
    [
      '<thead><tr><td rowspan="9">h</td></tr></thead><tbody><tr><td>d</td></tr></tbody>',
      '| h |\n| --- |\n| d |',
    ],
  ])('%s', (rows, markdown) => {
    expect(read(table(rows)).markdown).toBe(`Table 1. T\n\n${markdown}`);
  });

  it('reads tables of the CALS kind', () => {
    const cals =
      '<table-wrap><oasis:table xmlns:oasis="o"><oasis:tgroup cols="2"><oasis:colspec colname="a"/><oasis:colspec colname="b"/><oasis:thead><oasis:row><oasis:entry namest="a" nameend="b">H</oasis:entry></oasis:row></oasis:thead><oasis:tbody><oasis:row><oasis:entry morerows="1">1</oasis:entry><oasis:entry>2</oasis:entry></oasis:row><oasis:row><oasis:entry>3</oasis:entry></oasis:row></oasis:tbody></oasis:tgroup></oasis:table></table-wrap>';
    expect(read(cals).markdown).toBe('| H | H |\n| --- | --- |\n| 1 | 2 |\n| 1 | 3 |');
  });

  it('rejects one that spans more than there is room for', () => {
    const row = `<tr>${'<td colspan="1000" rowspan="1000">x</td>'.repeat(1000)}</tr>`;
    const { markdown, document } = read(`${table(row.repeat(3))}<p>after</p>`);
    expect(markdown).toBe('Table 1. T\n\nafter');
    expect(document.rejects).toEqual([{ page: null, place: 'line 1', reason: 'part-unreadable' }]);
  });

  it('takes a table that is a picture for a figure, unless the table is there too', () => {
    const picture =
      '<table-wrap id="T1"><label>Table 1</label><caption><p>T</p></caption><graphic xlink:href="t1"/></table-wrap>';
    const { document, markdown } = read(picture);
    expect(document.figures).toMatchObject([
      { id: 'T1', href: 't1', label: 'Table 1', caption: 'Table 1. T' },
    ]);
    expect(markdown).toBe('Table 1. T\n\n![Table 1](figures/T1)');
    expect(
      read(table('<tr><td>a</td></tr>', '<graphic xlink:href="t"/>')).document.figures,
    ).toEqual([]);
  });
});

describe('figures', () => {
  it('stand with their caption after them, where the text has them', () => {
    const { markdown, document } = read(
      `<p>One.</p>${fig('F1', 'Fig. 1', 'MRI of <italic>L4</italic>.')}<p>Two.</p>`,
    );
    expect(markdown).toBe('One.\n\n![Fig. 1](figures/F1)\n\nFig. 1. MRI of *L4*.\n\nTwo.');
    expect(document.figures).toMatchObject([
      {
        id: 'F1',
        label: 'Fig. 1',
        caption: 'Fig. 1. MRI of L4.',
        href: 'f1',
        kind: 'graphic',
        file: null,
      },
    ]);
  });

  it('split the paragraph that they stand in', () => {
    expect(read(`<p>Before ${fig('F1', 'Figure 1')} after.</p>`).markdown).toBe(
      'Before\n\n![Figure 1](figures/F1)\n\nFigure 1. A scan.\n\nafter.',
    );
  });

  it('that float go to the paragraph that first cites them, the others to the end', () => {
    const back = `<floats-group>${figures(3)}</floats-group>`;
    const { markdown } = read(
      `<p>See ${xref('F2', 'Figure 2')}.</p><p>And ${xref('F1', 'Figure 1')}.</p>`,
      { back },
    );
    expect(markdown.match(/See|And|figures\/\w+/g)).toEqual([
      'See',
      'figures/F2',
      'And',
      'figures/F1',
      'figures/F3',
    ]);
  });

  it('that float go behind the figures that stand there already', () => {
    const text = `<p>${xref('F2', 'Figure 2')}${fig('F1', 'Figure 1')}</p><p>Next.</p>`;
    const back = `<floats-group>${fig('F2', 'Figure 2')}</floats-group>`;
    expect(read(text, { back }).markdown.match(/figures\/\w+|Next/g)).toEqual([
      'figures/F1',
      'figures/F2',
      'Next',
    ]);
  });

  it('past a number that no article has are rejected, each of them', () => {
    const { figures: kept, rejects } = read(figures(5002)).document;
    expect([kept.length, rejects.map(({ reason }) => reason)]).toEqual([
      5000,
      ['figure-over-limit', 'figure-over-limit'],
    ]);
  });

  it('of a bilingual journal have two captions', () => {
    const body =
      '<fig id="F1"><label>图1</label><caption xml:lang="zh"><p>腰椎</p></caption><label>Figure 1</label><caption xml:lang="en"><p>Lumbar</p></caption><graphic xlink:href="a"/></fig>';
    const { markdown, document } = read(body, { attributes: 'xml:lang="zh"' });
    expect(markdown).toBe('![图1](figures/F1)\n\n图1 腰椎\n\nFigure 1. Lumbar');
    expect(document).toMatchObject({
      language: 'zh',
      figures: [{ label: '图1', caption: '图1 腰椎\nFigure 1. Lumbar' }],
    });
  });

  it('of several pictures share a caption; of alternatives one is taken', () => {
    const body =
      '<fig id="F1"><label>Figure 1</label><graphic xlink:href="a"/><alternatives><graphic xlink:href="b.tif"/><graphic xlink:href="b.png"/></alternatives></fig>';
    expect(read(body).document.figures.map(({ id, href }) => [id, href])).toEqual([
      ['F1', 'a'],
      ['F1-2', 'b.png'],
    ]);
  });

  it('of panels with captions of their own keep them', () => {
    const body =
      '<fig id="F1"><label>Figure 1</label><caption><p>Views.</p></caption><graphic xlink:href="a"><label>a.</label><caption><p>Front.</p></caption></graphic><graphic xlink:href="b"><label>b.</label><caption><p>Side.</p></caption></graphic></fig>';
    expect(read(body).markdown).toBe(
      '![Figure 1](figures/F1)\n\n![Figure 1](figures/F1-2)\n\nFigure 1. Views.\n\na. Front.\n\nb. Side.',
    );
  });

  it('in a group go by its number where they have none', () => {
    const body =
      '<fig-group id="G"><label>Figure 2</label><caption><p>Both.</p></caption><fig id="a"><caption><p>Left.</p></caption><graphic xlink:href="a"/></fig><fig id="b"><graphic xlink:href="b"/></fig></fig-group>';
    const { document, markdown, cited } = read(`${body}<p>In ${xref('G', 'Figure 2')}.</p>`);
    expect(document.figures.map(({ label, caption }) => [label, caption])).toEqual([
      ['Figure 2', 'Left.\nFigure 2. Both.'],
      ['Figure 2', 'Figure 2. Both.'],
    ]);
    expect(markdown).toContain('![Figure 2](figures/b)\n\nFigure 2. Both. Left.');
    expect(cited).toEqual(['xref a b: In Figure 2.']);
  });

  it('in a group with letters for panels are told in one caption, each language its own', () => {
    const panel = (letter: string, en: string, zh: string) =>
      `<fig id="${letter}"><label>${letter}</label><caption><p>${en}<fn><p>Note ${letter}.</p></fn></p></caption><caption><p>${zh}</p></caption><graphic xlink:href="${letter}"/></fig>`;
    const group = `<fig-group><label>Figure 5</label><label>图5</label><caption><p>Both</p></caption><caption><p>两侧</p></caption>${panel('A', 'Left.', '左')}${panel('B', `As ${xref('A', '5A')}.`, '右')}</fig-group>`;
    const { document, markdown, cited } = read(group);
    expect(markdown).toBe(
      [
        ...['![Figure 5A](figures/A)', '![Figure 5B](figures/B)'],
        'Figure 5. Both. A. Left. B. As 5A.',
        ...['Note A.', 'Note B.', '图5 两侧. 左. 右'],
      ].join('\n\n'),
    );
    expect(document.figures.map(({ label }) => label)).toEqual(['Figure 5A', 'Figure 5B']);
    expect(cited).toEqual(['xref A: Figure 5. Bo']);
    expect(bindPictures(markdown, 'a').map(({ caption }) => caption?.text)).toEqual(
      Array(2).fill('Figure 5. Both. A. Left. B. As 5A.'),
    );
  });

  it('keep ids that can stand in a path, and no id twice', () => {
    const body = [
      fig('../../etc', 'Figure 1'),
      fig('F1', 'Figure 2'),
      fig('f1', 'Figure 3'),
      '<graphic xlink:href="x"/>',
    ].join('');
    expect(read(body).document.figures.map(({ id }) => id)).toEqual([
      'figure-1',
      'F1',
      'f1-2',
      'figure-4',
    ]);
  });

  it('are found in cells of tables and in the middle of a word', () => {
    const body =
      '<table-wrap><table><tr><td>a<graphic xlink:href="t"/></td></tr></table></table-wrap><p><bold>w<graphic xlink:href="b"/></bold></p>';
    expect(read(body).markdown.match(/figures\/\S+(?=\))|\*\*w\*\*|\| a/g)).toEqual([
      '| a',
      'figures/figure-1',
      '**w**',
      'figures/figure-2',
    ]);
  });

  it('say whose they are', () => {
    const { document } = read(
      `${fig('F1', 'Figure 1', 'MRI. Reprinted with permission from A.')}<fig id="F2"><permissions><copyright-statement>© A House</copyright-statement></permissions><graphic xlink:href="b"/></fig>`,
    );
    expect(document.figures.map(({ permission }) => permission)).toEqual([
      'Reprinted with permission from A.',
      '© A House',
    ]);
  });

  it('take their pictures from what is at hand, and say which are not', () => {
    const picture = { file: 'figures/f1.jpg', sha256: 'a'.repeat(64) };
    const pictureOf = (href: string) => (href === 'f1' ? picture : undefined);
    const { document, markdown } = read(figures(2), { pictureOf });
    expect(document.figures).toMatchObject([picture, { file: null }]);
    expect(markdown).toContain('![Figure 1](figures/f1.jpg)');
    expect(document.rejects).toEqual([{ page: null, place: 'line 1', reason: 'figure-missing' }]);
  });
});

describe('citations', () => {
  it.each([
    ['one', xref('F1', 'Fig. 1'), ['xref F1']],
    ['several ids', xref('F1 F2', 'Figs 1, 2'), ['xref F1 F2']],
    ['attributes turned round', '<xref rid="F2" ref-type="fig">Fig. 2</xref>', ['xref F2']],
    [
      'a range of links',
      `Figs ${xref('F1', '1')}–${xref('F4', '4')}`,
      ['xref F1', 'xref F4', 'range F2 F3'],
    ],
    ['a range in a link', xref('F1 F3', 'Figs. 1-3'), ['xref F1 F3', 'range F2']],
    ['a range with one link', `${xref('F2', 'Figures 2')} to 4`, ['xref F2', 'range F3 F4']],
    [
      'a range of panels',
      `${xref('F1', 'Figures 1A')} through ${xref('F3', '3B')}`,
      ['xref F1', 'xref F3', 'range F2'],
    ],
    [
      'a Chinese range',
      `${xref('F1', '图1')}至${xref('F3', '图3')}`,
      ['xref F1', 'xref F3', 'range F2'],
    ],
    ['no range: panels', xref('F1', 'Fig. 1A–C'), ['xref F1']],
    ['no range: a measure after it', `${xref('F1', 'Fig. 1')}, 2–4 mm`, ['xref F1']],
    ['no range: another number', xref('F1', 'Fig. 1, rows 2-4'), ['xref F1']],
    ['a panel without an id', xref('F1a', 'Fig. 1a'), ['xref F1']],
    ['in bold', `<bold>${xref('F1', 'Fig. 1')}</bold>`, ['xref F1']],
    ['none: a table', '<xref ref-type="table" rid="T1">Table 1</xref>', []],
    ['none: an id that is not there', xref('F9', 'Fig. 9'), []],
  ])('%s', (_, text, evidence) => {
    const { cited } = read(`<p>Text with ${text}</p>${figures(5)}`);
    expect(cited.map(line => line.replace(/:.*/, ''))).toEqual(evidence);
  });

  it('know a number with a hyphen from a range', () => {
    const body = `${fig('A', 'Figure 1-2')}${fig('B', 'Figure 1-3')}<p>See ${xref('A', 'Figure 1-2')}</p>`;
    expect(read(body).cited).toEqual(['xref A: See Figure 1']);
  });

  it('are found in captions, tables, lists and notes', () => {
    const link = xref('F1', 'Fig. 1');
    const body = `${fig('F1', 'Figure 1')}${fig('F2', 'Figure 2', `As ${link}`)}<table-wrap><table><tr><td>T ${link}</td></tr></table></table-wrap><list><list-item><p>L ${link}</p></list-item></list>`;
    expect(
      read(body, { back: `<back><fn-group><fn><p>N ${link}</p></fn></fn-group></back>` }).cited,
    ).toEqual([
      'xref F1: Figure 2. As',
      'xref F1: |  |\n| --- |',
      'xref F1: L Fig. 1',
      'xref F1: N Fig. 1',
    ]);
  });
});

test('tells title, language, licence and names', () => {
  const front =
    '<article-id pub-id-type="pmcid">PMC1</article-id><title-group><article-title>腰椎<italic>间盘</italic><xref ref-type="fn" rid="n">*</xref></article-title></title-group><abstract><p>摘</p></abstract><kwd-group><kwd>椎</kwd><kwd>管</kwd></kwd-group><permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/"><license-p>CC BY</license-p></license></permissions>';
  const back =
    '<back><ref-list><ref><label>1</label><mixed-citation><name>Doe J</name>, <etal/>. <source>Spine</source> 2020.</mixed-citation></ref></ref-list></back>';
  const { document, markdown } = read('<p>腰椎</p>', { front, back });
  expect(document).toMatchObject({
    title: '腰椎间盘',
    language: 'zh',
    licence: { text: 'CC BY', href: 'https://creativecommons.org/licenses/by/4.0/' },
    identifiers: { pmcid: 'PMC1' },
    source: { file: 'a.xml', format: 'jats' },
  });
  expect(markdown).toBe(
    '# 腰椎*间盘*\n\n## 摘要\n\n摘\n\n关键词：椎；管\n\n腰椎\n\n## 参考文献\n\n[1] Doe J, et al. Spine 2020.',
  );
});

test('keeps parts that stand for themselves apart', () => {
  const part = (type: string, text: string, inner = '') =>
    `<sub-article article-type="${type}"><front-stub/><body>${fig('F1', 'Figure 1')}<p>${text} ${xref('F1', 'Fig. 1')}</p></body>${inner}</sub-article>`;
  const { parts } = read(fig('F1', 'Figure 1'), {
    back: part('reply', 'Agreed.', part('translation', 'Einig.')),
  });
  expect(parts.map(({ type, of, document }) => [type, of, document.blocks.at(-1)!.text])).toEqual([
    ['article', null, 'Figure 1. A scan.'],
    ['reply', 0, 'Agreed. Fig. 1'],
    ['translation', 0, 'Einig. Fig. 1'],
  ]);
  expect(parts.map(({ document }) => document.figures.length)).toEqual([1, 1, 1]);
});

describe('what is wrong', () => {
  const codeOf = (xml: string) => {
    try {
      return String(readJats(xml, { file: 'a.xml' }).length);
    } catch (error) {
      const { code, place } = error as { code: string; place: string };
      return `${code} ${place}`;
    }
  };
  it.each([
    ['<html><body><article><p>x</p></article></body></html>', 'jats-no-article a.xml'],
    ['<article>\n<front>', 'xml-truncated a.xml, line 2'],
    [
      '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]><article><body>&x;</body></article>',
      'xml-entity a.xml, line 1',
    ],
  ])('is thrown with its place: %s', (xml, code) => {
    expect(codeOf(xml)).toBe(code);
  });

  it('with a letter stands among the rejects', () => {
    const { markdown, document } = read('<p>a &unheard; b</p>');
    expect(markdown).toBe('a &unheard; b'.replace('&', '\\&'));
    expect(document.rejects).toEqual([{ page: null, place: 'line 1', reason: 'part-unreadable' }]);
  });
});

describe('large and hostile articles', () => {
  const secondsOf = (body: string) => {
    const before = process.threadCpuUsage();
    read(body);
    return process.threadCpuUsage(before).user / 1e6;
  };
  it.each([
    ['spaces between elements', `<p>${'<bold> </bold>'.repeat(60_000)}</p>`],
    [
      'nested marks',
      `<p>${'<bold>'.repeat(200)}${'x '.repeat(20_000)}${'</bold>'.repeat(200)}</p>`,
    ],
    [
      'links to a large group',
      `<fig-group id="G">${figures(2000)}</fig-group><p>${xref('G', 'all').repeat(2000)}</p>`,
    ],
    ['ids in one link', `${figures(10)}<p>${xref('F1 '.repeat(200_000), 'x')}</p>`],
    ['a caption of megabytes', fig('F1', 'Figure 1', 'with permission '.repeat(100_000))],
    ['numbers and dashes', `${figures(3)}<p>${xref('F1', '1-'.repeat(100_000))}</p>`],
    ['figures without end', figures(6000)],
    [
      'nested lists',
      `${'<list><list-item>'.repeat(80)}<p>x</p>${'</list-item></list>'.repeat(80)}`,
    ],
  ])('%s take no long time', (_, body) => {
    expect(secondsOf(body)).toBeLessThan(8);
  });
});
