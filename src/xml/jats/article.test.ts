import { expect, test } from 'vitest';
import { parseXml } from '../parse-xml.ts';
import { articleIds } from './article-ids.ts';
import { articleLicence } from './article-licence.ts';
import { figureGraphics } from './figure-graphics.ts';
import { findArticles } from './find-articles.ts';

const articlesOf = (xml: string) => findArticles(parseXml(xml).root);
const article = (meta: string, body = '') =>
  articlesOf(
    `<article xmlns:xlink="x"><front><article-meta>${meta}</article-meta></front><body>${body}</body></article>`,
  )[0]!;

test('finds the articles of a file, in wrappers and in capitals, and none in a page of HTML', () => {
  expect(articlesOf('<ARTICLE><FRONT/></ARTICLE>')).toHaveLength(1);
  const wrapped =
    '<pmc-articleset><article><front/></article><article><body/></article></pmc-articleset>';
  expect(articlesOf(wrapped)).toHaveLength(2);
  const harvested =
    '<o:OAI-PMH xmlns:o="o"><o:GetRecord><o:record><o:metadata><article><front/></article></o:metadata></o:record></o:GetRecord></o:OAI-PMH>';
  expect(articlesOf(harvested)).toHaveLength(1);
  expect(articlesOf('<html><body><article><p/></article></body></html>')).toEqual([]);
  expect(articlesOf('<article><para/></article>')).toEqual([]);
});

test('reads what an article is called', () => {
  const ids = articleIds(
    article(
      '<article-id pub-id-type="pmc">pmc123.2</article-id><article-id pub-id-type="DOI">https://doi.org/10.1/x</article-id><article-id pub-id-type="pmid"> 9 </article-id>',
    ),
  );
  expect(ids).toEqual({ pmcid: 'PMC123', doi: '10.1/x', pmid: '9' });
});

const by = 'https://creativecommons.org/licenses/by/4.0/';
test.each([
  [
    `<permissions><license xlink:href="${by}"><license-p>Open.</license-p></license></permissions>`,
    'Open.',
  ],
  [
    `<permissions><license><p>See <ext-link xlink:href="${by}">here</ext-link></p></license></permissions>`,
    'See here',
  ],
  [
    `<permissions><license><ali:license_ref>${by}</ali:license_ref><license-p>Open</license-p></license></permissions>`,
    `${by} Open`,
  ],
  [`<copyright-statement>Free <uri>${by}</uri></copyright-statement>`, `Free ${by}`],
])('reads the licence of %s', (meta, text) => {
  expect(articleLicence(article(meta))).toEqual({ text, href: by });
});

test('says that there is no licence', () => {
  expect(articleLicence(article('<title-group/>'))).toBeNull();
});

test('lists the pictures of figures with what is said about their owner', () => {
  const found = figureGraphics(
    article(
      '',
      `<fig id="F1"><caption><p>MRI.</p></caption><alternatives><graphic xlink:href="a.tif"/><graphic xlink:href="a.jpg"/></alternatives></fig>
       <fig-group><fig id="F2"><caption><p>Reprinted from [2].</p></caption><graphic xlink:href="b"/><graphic xlink:href="c"/></fig></fig-group>
       <fig id="F3"><permissions><copyright-holder>A House</copyright-holder><license xlink:href="${by}"/></permissions><graphic xlink:href="d"/></fig>
       <fig-group><attrib>Courtesy of A House</attrib><fig id="F4"><graphic xlink:href="h"/><graphic content-type="thumb" xlink:href="i"/></fig></fig-group>
       <fig id="F5"><caption><title>Five</title><p>Copyright 2010 A House, shown<break/>with thanks.</p></caption><graphic xlink:href="j"/></fig>
       <disp-formula><graphic xlink:href="e"/></disp-formula><table-wrap><graphic xlink:href="t"/></table-wrap>
       <p>text<graphic xlink:href="f"/><graphic/><inline-graphic xlink:href="g"/></p>`,
    ),
  );
  expect(found.map(({ figure, href, permission }) => [figure, href, permission])).toEqual([
    ['F1', 'a.jpg', null],
    ['F2', 'b', 'Reprinted from [2].'],
    ['F2', 'c', 'Reprinted from [2].'],
    ['F3', 'd', 'A House'],
    ['F4', 'h', 'Courtesy of A House'],
    ['F5', 'j', 'Copyright 2010 A House, shown with thanks.'],
    [null, 'f', null],
  ]);
  expect(found[3]!.licence).toEqual({ text: null, href: by });
});
