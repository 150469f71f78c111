import { expect, test } from 'vitest';
import { renderDocument } from '../../contracts/document/index.ts';
import { bindPictures } from '../picture-context/index.ts';
import { makeVariedArticle } from '../picture-context/testing/make-varied-article.ts';
import { readJats } from './index.ts';

const read = (body: string) => {
  const xml = `<article xmlns:xlink="l" xmlns:tp="t"><body>${body}</body></article>`;
  return renderDocument(readJats(xml, { file: 'a.xml' })[0]!.document);
};

test.each([
  [
    'a supplement whose name and caption stand in its file',
    '<supplementary-material><media xlink:href="s1.pdf"><label>Additional file 1</label><caption><p>The form.</p></caption></media></supplementary-material>',
    'Additional file 1. The form. (s1.pdf)',
  ],
  [
    'a note set into a caption',
    '<fig id="F1"><label>Figure 1</label><caption><p>A scan<fn><label>*</label><p>By night.</p></fn></p></caption><graphic xlink:href="a"/></fig>',
    '![Figure 1](figures/F1)\n\nFigure 1. A scan\n\n\\* By night.',
  ],
  [
    'a note deep in a sentence',
    '<p>It is <bold>known<fn><p>To some.</p></fn></bold> here.</p>',
    'It is **known** here.\n\nTo some.',
  ],
  [
    'a note in a cell',
    '<table-wrap><table><tr><th>h</th></tr><tr><td>d<fn><p>Note.</p></fn></td></tr></table></table-wrap>',
    '| h |\n| --- |\n| d |\n\nNote.',
  ],
  [
    'sections in elements of the publisher',
    '<tp:taxon-treatment><tp:treatment-sec><title>Type</title><p>One.</p></tp:treatment-sec><tp:treatment-sec><title>Range</title><p>Two.</p></tp:treatment-sec></tp:taxon-treatment>',
    '## Type\n\nOne.\n\n## Range\n\nTwo.',
  ],
])('%s', (_, body, markdown) => {
  expect(read(body).markdown.trimEnd()).toBe(markdown);
});

test('a caption in two languages around one picture is one figure, found by each of its ids', () => {
  const { markdown, document } = read(
    '<p><xref ref-type="fig" rid="f1">图1</xref> <xref ref-type="fig" rid="f1e">Fig. 1</xref></p><fig-group id="f1"><fig xml:lang="zh"><label>图1</label><caption><title>椎体</title></caption></fig><fig id="f1e" xml:lang="en"><label>Figure 1</label><caption><title>Vertebra</title></caption></fig><graphic xlink:href="a.jpg"/></fig-group>',
  );
  expect(document.figures).toMatchObject([
    { label: '图1', caption: '图1 椎体\nFigure 1. Vertebra' },
  ]);
  expect(document.citations.map(({ figures }) => figures.length)).toEqual([1, 1]);
  const [bound] = bindPictures(markdown, 'a');
  expect(bound).toMatchObject({
    caption: { text: '图1 椎体\nFigure 1. Vertebra' },
    status: 'bound',
  });
});

test('links and words agree on articles put together from all ways to cite', () => {
  const seen = { both: 0, links: 0, words: 0, captions: 0, exact: 0 };
  for (let seed = 0; seed < 40; seed++) {
    const xml = makeVariedArticle(3000 + seed, seed % 2 ? 'zh' : 'en');
    const { markdown, document } = renderDocument(readJats(xml, { file: 'a.xml' })[0]!.document);
    const linked = new Set<string>();
    for (const { figures, block } of document.citations) {
      const { type, lines } = document.blocks[block]!;
      // What cites by a link and is no paragraph.
      if (['caption', 'table', 'heading'].includes(type)) continue;
      for (const figure of figures) linked.add(`${figure} ${lines[0]}`);
    }
    const bound = new Set<string>();
    for (const { picture, caption, context } of bindPictures(markdown, 'a')) {
      const figure = document.figures.find(({ id }) => picture.src === `figures/${id}`)!;
      seen.captions++;
      if (caption?.text === figure.caption?.replace(/\s+/g, ' ')) seen.exact++;
      for (const { relation, lines } of context)
        if (relation === 'mention') bound.add(`${figure.id} ${lines[0]}`);
    }
    seen.both += linked.intersection(bound).size;
    seen.links += linked.size;
    seen.words += bound.size;
  }
  expect(seen.both).toBeGreaterThan(900);
  expect(seen.both / seen.words).toBeGreaterThanOrEqual(0.98);
  expect(seen.both / seen.links).toBeGreaterThanOrEqual(0.97);
  expect(seen.exact / seen.captions).toBeGreaterThanOrEqual(0.99);
});
