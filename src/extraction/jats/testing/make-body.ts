import { type Chance, chanceFrom } from '../../picture-context/testing/random.ts';

/** A body of all that stands in real ones, put together by chance. Each word is there once, so that what a
 *  reading loses or turns round can be named. */
export type MadeBody = {
  xml: string;
  /** In the order of the text; words of the floats and of notes set into sentences are apart. */
  words: string[];
  apart: string[];
  figures: number;
};

type Maker = {
  chance: Chance;
  word: () => string;
  words: string[];
  apart: string[];
  figures: number;
};

export function makeBody(seed: number): MadeBody {
  const words: string[] = [];
  const maker: Maker = {
    chance: chanceFrom(seed),
    words,
    apart: [],
    figures: 0,
    word() {
      const made = `w${words.length}x`;
      words.push(made);
      return made;
    },
  };
  const xml = many(maker, 4, 8, () => section(maker, 0));
  return { xml, words, apart: maker.apart, figures: maker.figures };
}

function many({ chance }: Maker, from: number, to: number, make: () => string): string {
  const count = from + chance.below(to - from + 1);
  return Array.from({ length: count }, make).join('');
}

function section(maker: Maker, depth: number): string {
  const { chance, word } = maker;
  const label = chance.odds(0.2) ? `<label>${word()}</label>` : '';
  const title = chance.odds(0.9) ? `<title>${word()} ${inline(maker, 1)}</title>` : '';
  const blocks = many(maker, 1, 4, () => block(maker, depth));
  const inner = depth < 3 ? many(maker, 0, 2, () => section(maker, depth + 1)) : '';
  return `<sec>${label}${title}${blocks}${inner}</sec>`;
}

function block(maker: Maker, depth: number): string {
  const name = maker.chance.pick(depth > 4 ? ['p'] : Object.keys(blocks));
  return blocks[name]!(maker, depth + 1);
}

const paragraph = (maker: Maker) => `<p>${text(maker)}</p>`;
const text = (maker: Maker) => `${maker.word()} ${inline(maker, 3)} ${maker.word()}`;
const caption = (maker: Maker) =>
  `<caption>${maker.chance.odds(0.5) ? `<title>${maker.word()}</title>` : ''}${many(maker, 1, 2, () => paragraph(maker))}</caption>`;

function graphic(maker: Maker): string {
  maker.figures++;
  return `<graphic xlink:href="g${maker.figures}.jpg"/>`;
}

type Make = (maker: Maker, depth: number) => string;

const blocks: Readonly<Record<string, Make>> = {
  p: paragraph,
  'p with blocks': (maker, depth) =>
    `<p>${text(maker)} ${block(maker, depth + 1)} ${text(maker)}</p>`,
  list: (maker, depth) => {
    const { pick, odds } = maker.chance;
    const type = pick(['bullet', 'order', 'alpha-lower', 'roman-upper', 'simple']);
    const title = odds(0.2) ? `<title>${maker.word()}</title>` : '';
    const items = many(maker, 1, 3, () => {
      const label = odds(0.3) ? `<label>${maker.word()}</label>` : '';
      return `<list-item>${label}${paragraph(maker)}${odds(0.2) ? block(maker, depth + 1) : ''}</list-item>`;
    });
    return `<list list-type="${type}">${title}${items}</list>`;
  },
  'def-list': maker =>
    `<def-list><title>${maker.word()}</title>${many(maker, 1, 3, () => `<def-item><term>${maker.word()}</term><def>${many(maker, 1, 2, () => paragraph(maker))}</def></def-item>`)}</def-list>`,
  'disp-quote': maker =>
    `<disp-quote><title>${maker.word()}</title>${paragraph(maker)}<attrib>${maker.word()}</attrib></disp-quote>`,
  box: (maker, depth) =>
    `<boxed-text><label>${maker.word()}</label><caption><title>${maker.word()}</title></caption>${many(maker, 1, 2, () => block(maker, depth + 1))}</boxed-text>`,
  'nested box': (maker, depth) =>
    `<boxed-text><boxed-text><sec><title>${maker.word()}</title>${block(maker, depth + 1)}</sec></boxed-text>${paragraph(maker)}</boxed-text>`,
  fig: maker =>
    `<fig id="f${maker.figures}">${graphic(maker)}<label>${maker.word()}</label>${caption(maker)}</fig>`,
  'fig of alternatives': maker => {
    maker.figures++;
    return `<fig><label>${maker.word()}</label>${caption(maker)}<alternatives><graphic xlink:href="a${maker.figures}.tif"/><graphic xlink:href="a${maker.figures}.jpg"/></alternatives></fig>`;
  },
  'fig of two': maker =>
    `<fig><label>${maker.word()}</label>${caption(maker)}${graphic(maker)}${graphic(maker)}</fig>`,
  'fig within p': maker =>
    `<p>${text(maker)}</p><p><fig><label>${maker.word()}</label>${caption(maker)}${graphic(maker)}</fig></p>`,
  'fig-group': maker =>
    `<fig-group>${many(maker, 2, 3, () => `<fig><label>${maker.word()}</label>${caption(maker)}${graphic(maker)}</fig>`)}</fig-group>`,
  'fig-group of languages': maker =>
    `<fig-group><fig xml:lang="zh"><label>${maker.word()}</label>${caption(maker)}</fig><fig xml:lang="en"><label>${maker.word()}</label>${caption(maker)}</fig>${graphic(maker)}</fig-group>`,
  table: maker =>
    `<table-wrap><label>${maker.word()}</label>${caption(maker)}<table><thead><tr><th>${maker.word()}</th><th>${maker.word()}</th></tr></thead><tbody><tr><td>${text(maker)}</td><td>${paragraph(maker)}</td></tr></tbody></table><table-wrap-foot><fn><label>${maker.word()}</label>${paragraph(maker)}</fn>${paragraph(maker)}<attrib>${maker.word()}</attrib></table-wrap-foot></table-wrap>`,
  'table set as a picture': maker =>
    `<table-wrap><label>${maker.word()}</label>${caption(maker)}${graphic(maker)}</table-wrap>`,
  'table and its picture': maker =>
    `<table-wrap><label>${maker.word()}</label>${caption(maker)}<alternatives><graphic xlink:href="t.jpg"/><table><tbody><tr><td>${maker.word()}</td></tr></tbody></table></alternatives></table-wrap>`,
  'table-wrap-group': maker =>
    `<table-wrap-group><label>${maker.word()}</label>${caption(maker)}<table-wrap><table><tbody><tr><td>${maker.word()}</td></tr></tbody></table></table-wrap></table-wrap-group>`,
  formula: maker =>
    `<disp-formula><mml:math><mml:mi>${maker.word()}</mml:mi></mml:math><label>${maker.word()}</label></disp-formula>`,
  'formula in TeX': maker =>
    `<disp-formula><alternatives><tex-math><![CDATA[\\documentclass{x}\\begin{document}$$${maker.word()}$$\\end{document}]]></tex-math><graphic xlink:href="e.gif"/></alternatives></disp-formula>`,
  'formula group': maker =>
    `<disp-formula-group><disp-formula>${maker.word()}</disp-formula><disp-formula>${maker.word()}</disp-formula></disp-formula-group>`,
  verse: maker =>
    `<verse-group><title>${maker.word()}</title><verse-line>${maker.word()}</verse-line><verse-line>${maker.word()}</verse-line><attrib>${maker.word()}</attrib></verse-group>`,
  speech: maker => `<speech><speaker>${maker.word()}</speaker>${paragraph(maker)}</speech>`,
  statement: maker =>
    `<statement><label>${maker.word()}</label><title>${maker.word()}</title>${paragraph(maker)}</statement>`,
  preformat: maker => `<preformat>${maker.word()}\n  ${maker.word()}</preformat>`,
  code: maker => `<code>${maker.word()}\n  ${maker.word()}</code>`,
  array: maker =>
    `<array><tbody><tr><td>${maker.word()}</td><td>${maker.word()}</td></tr></tbody></array>`,
  supplement: maker =>
    `<supplementary-material><label>${maker.word()}</label>${caption(maker)}<media xlink:href="s.zip"/></supplementary-material>`,
  'supplement with its caption inside': maker =>
    `<supplementary-material><media xlink:href="s.zip"><label>${maker.word()}</label>${caption(maker)}</media></supplementary-material>`,
  media: maker =>
    `<media xlink:href="v.mp4"><label>${maker.word()}</label>${caption(maker)}</media>`,
  'fn-group': maker =>
    `<fn-group><title>${maker.word()}</title><fn><label>${maker.word()}</label>${paragraph(maker)}</fn></fn-group>`,
  'a picture alone': graphic,
  'chem-struct-wrap': maker =>
    `<chem-struct-wrap><chem-struct>${maker.word()}</chem-struct><label>${maker.word()}</label></chem-struct-wrap>`,
  treatment: maker =>
    `<tp:taxon-treatment><tp:nomenclature><tp:taxon-name><tp:taxon-name-part>${maker.word()}</tp:taxon-name-part></tp:taxon-name><xref ref-type="fig">${maker.word()}</xref></tp:nomenclature><tp:treatment-sec><title>${maker.word()}</title>${paragraph(maker)}</tp:treatment-sec></tp:taxon-treatment>`,
  question: maker =>
    `<question-wrap><question><label>${maker.word()}</label>${paragraph(maker)}</question><answer>${paragraph(maker)}</answer></question-wrap>`,
  'block-alternatives': maker =>
    `<block-alternatives><boxed-text>${paragraph(maker)}</boxed-text></block-alternatives>`,
  'related-article': maker =>
    `<p>${maker.word()} <related-article>${maker.word()}</related-article></p>`,
  comments: maker =>
    `<!-- ${'no'} --><?page 3?><p>${maker.word()}<?pi x="</p>"?> &amp; ${maker.word()}&nbsp;${maker.word()}</p>`,
};

function inline(maker: Maker, most: number): string {
  const pieces = Object.values(inlines);
  return many(maker, 0, most, () => ` ${maker.chance.pick(pieces)(maker)} `);
}

const wrapped =
  (tag: string, attributes = '') =>
  (maker: Maker) =>
    `<${tag}${attributes}>${maker.word()} ${maker.chance.odds(0.2) ? inline(maker, 1) : ''}</${tag}>`;

const inlines: Readonly<Record<string, (maker: Maker) => string>> = {
  ...Object.fromEntries(
    [
      ...['bold', 'italic', 'underline', 'sc', 'monospace', 'strike', 'roman', 'sans-serif'],
      ...['overline', 'named-content', 'styled-content', 'abbrev', 'email', 'fixed-case'],
      ...['uri', 'inline-supplementary-material', 'tp:taxon-name', 'article-title', 'year'],
    ].map(tag => [tag, wrapped(tag)]),
  ),
  sup: maker => `a<sup>${maker.word()}</sup>`,
  sub: maker => `a<sub>${maker.word()}</sub>`,
  link: wrapped('ext-link', ' xlink:href="https://a.example/b_c(d)"'),
  'xref without rid': wrapped('xref', ' ref-type="fig"'),
  'xref with many': wrapped('xref', ' ref-type="fig" rid="f0 f1 none f2"'),
  'xref to a reference': wrapped('xref', ' ref-type="bibr" rid="r1"'),
  formula: maker =>
    `<inline-formula><mml:math><mml:mi>${maker.word()}</mml:mi></mml:math></inline-formula>`,
  'formula of alternatives': maker =>
    `<inline-formula><alternatives><inline-graphic xlink:href="i.gif"/><mml:math><mml:mtext>${maker.word()}</mml:mtext></mml:math></alternatives></inline-formula>`,
  'formula in TeX': maker =>
    `<inline-formula><tex-math>$${maker.word()}$</tex-math></inline-formula>`,
  'inline-graphic': () => '<inline-graphic xlink:href="i.gif"/>',
  break: maker => `${maker.word()}<break/>${maker.word()}`,
  entity: maker => `${maker.word()} &lt; 0.05 &#177; &alpha; ${maker.word()}`,
  citation: maker =>
    `<mixed-citation>${maker.word()} <source>${maker.word()}</source></mixed-citation>`,
  ruby: maker => `<ruby><rb>${maker.word()}</rb><rt>${maker.word()}</rt></ruby>`,
  note: maker => {
    const note = maker.words.length;
    const made = `<fn><p>${maker.word()}</p></fn>`;
    maker.apart.push(...maker.words.splice(note));
    maker.words.push('');
    return made;
  },
};
