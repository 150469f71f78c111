import { expect, test } from 'vitest';
import { bindPictures } from './bind-pictures.ts';
import { settings, turnArticle } from './testing/turn-article.ts';

/** Articles made by hand, each with the traps that its name says. */
const fig = (id: string, label: string, caption: string) =>
  `<fig id="${id}"><label>${label}</label><caption><p>${caption}</p></caption><graphic xlink:href="${id}.jpg"/></fig>`;
const x = (rid: string, text: string) => `<xref ref-type="fig" rid="${rid}">${text}</xref>`;
const p = (...sentences: string[]) => `<p>${sentences.join(' ')}</p>`;
const article = (body: string, floats = '') =>
  `<article xmlns:xlink="http://www.w3.org/1999/xlink"><body>${body}</body>${floats && `<floats-group>${floats}</floats-group>`}</article>`;

const trapArticles: Readonly<Record<string, string>> = {
  'figures afloat, one of them never cited': article(
    p(
      'The cohort is described.',
      `See ${x('a', 'Fig. 1')} for the flow, and ${x('c', 'Fig. 3')} for the end.`,
    ),
    fig('a', 'Fig. 1', 'Flow.') +
      fig('b', 'Fig. 2', 'Nobody speaks of it.') +
      fig('c', 'Fig. 3', 'End.'),
  ),
  'several figures in one link': article(
    p(`All of them (${x('a b c', 'Figs. 1–3')}) were measured.`) +
      fig('a', 'Fig. 1', 'One.') +
      fig('b', 'Fig. 2', 'Two.') +
      fig('c', 'Fig. 3', 'Three.'),
  ),
  'a figure within a paragraph': article(
    `<p>The disc is narrow (${x('a', 'Figure 1')}).${fig('a', 'Figure 1', 'The disc.')}</p>` +
      p('It is narrower in women, as is known.'),
  ),
  'paragraphs that begin with a label beside captions without a stop': article(
    p(`${x('a', 'Figure 1')} shows the study design.`) +
      fig('a', 'Figure 1', 'Study design') +
      p(`${x('b', 'Figure 2')} Design of the second part is different.`) +
      fig('b', 'Figure 2', 'Second part') +
      p(`${x('c', 'Figure 3')} and ${x('b', 'Figure 2')} are alike.`) +
      fig('c', 'Figure 3', 'Third part'),
  ),
  'captions that cite': article(
    p(`See ${x('b', 'Fig. 2')}.`) +
      fig('a', 'Fig. 1', 'One.') +
      fig('b', 'Fig. 2', `The same patient as in ${x('a', 'Fig. 1')}, later.`),
  ),
  'panels as figures': article(
    p(`The left side (${x('a', 'Figure 1A')}) differs from the right (${x('b', 'Figure 1B')}).`) +
      p(`Only the right side (${x('b', 'Fig. 1B')}) was operated on.`) +
      fig('a', 'Figure 1A', 'Left.') +
      fig('b', 'Figure 1B', 'Right.'),
  ),
  'supplements among figures': article(
    p(
      `The trend (${x('a', 'Figure 1')}; Supplementary Figure 3) holds, see also Additional file 1: Figure S2.`,
    ) +
      p(`The appendix has it (${x('s', 'Figure S1')}).`) +
      fig('a', 'Figure 1', 'Trend.') +
      fig('s', 'Figure S1', 'More.'),
  ),
  'figure supplements': article(
    p(
      `Cells divide (${x('a', 'Figure 1')}) and rest (${x('s', 'Figure 1—figure supplement 1')}), Figure 1—source data 1.`,
    ) +
      fig('a', 'Figure 1.', 'Cells.') +
      fig('s', 'Figure 1—figure supplement 1.', 'Cells at rest.'),
  ),
  'figures of others': article(
    p(
      'Figure 1 of [12] has it, and so has Fig. 2 in Smith et al.',
      'In Jones [4], their Fig. 1 is alike.',
    ) +
      p(`Ours is ${x('a', 'Figure 1')}, and in ${x('b', 'Fig. 2')} of Case 1 it is seen too.`) +
      fig('a', 'Figure 1', 'Ours.') +
      fig('b', 'Figure 2', 'Case 1.'),
  ),
  'tables between': article(
    p(`Values are in Table 1 and 2 and in ${x('a', 'Fig. 1')}.`) +
      `<table-wrap><label>Table 1</label><caption><p>Values.</p></caption></table-wrap>${fig('a', 'Fig. 1', 'Values.')}<table-wrap><label>Table 2</label><caption><p>More of them.</p></caption></table-wrap>` +
      fig('b', 'Fig. 2', 'Other values.') +
      p(`They differ (Table 2; ${x('b', 'Fig. 2')}; 3 patients).`),
  ),
  'numbers by chapters': article(
    p(`Compare ${x('a', 'Fig. 12.1')} with ${x('a b c', 'Figs. 12.1–12.3')}.`) +
      fig('a', 'Fig. 12.1', 'One.') +
      fig('b', 'Fig. 12.2', 'Two.') +
      fig('c', 'Fig. 12.3', 'Three.'),
  ),
  'the only figure': article(
    p(`The radiograph was normal (${x('a', 'Figure')}).`) + fig('a', 'Figure.', 'Radiograph.'),
  ),
  中文章节编号: article(
    p(`如${x('a', '图1-1')}所示，并见${x('b c', '图1-2、1-3')}。`) +
      fig('a', '图1-1', '甲') +
      fig('b', '图1-2', '乙') +
      fig('c', '图1-3', '丙') +
      p(`各图（${x('a b c', '图1-1～1-3')}）均为同一患者。`),
  ),
  中文续行: article(
    p(`疗效见${x('b', '图2')}。`) +
      fig('a', '图1', '流程') +
      p('图2）。所有患者均行手术治疗，恢复良好。'.replace('图2', x('b', '图2'))) +
      fig('b', '图2', '疗效'),
  ),
};

const plainSettings = settings.filter(setting => setting !== 'two blocks');

test.each(
  Object.entries(trapArticles).flatMap(([name, xml]) =>
    plainSettings.map(setting => [name, setting, xml] as const),
  ),
)('an article by hand: %s, set %s', (_, setting, xml) => {
  const { markdown, truth } = turnArticle(xml, setting);
  const found = bindPictures(markdown, 'x').map(({ picture, caption, context }) => [
    picture.src,
    caption?.text,
    context.filter(({ relation }) => relation === 'mention').map(({ lines }) => lines[0]),
  ]);
  const told = [...truth.figures].map(([src, { caption, lines }]) => [
    src,
    tidy(caption),
    [...lines].sort((one, other) => one - other),
  ]);
  expect(found).toEqual(told);
});

function tidy(caption: string): string {
  return caption.replace(/\s+/g, ' ').trim();
}
