import {
  type CitationStyle,
  chineseStyle,
  citeFigures,
  englishStyle,
  link,
} from './cite-figures.ts';
import { type Chance, chanceFrom } from './random.ts';
import { chineseFrames, chineseNoise, englishFrames, englishNoise } from './sentences.ts';

/** An article in JATS put together by chance from the ways in which real ones are written: house styles of
 *  citing, numbers by chapters or with letters, figures where they are cited, at the end or afloat, and
 *  citations where no paragraph is. Each link is the truth about its figure. */
export function makeVariedArticle(seed: number, language: 'en' | 'zh'): string {
  const chance = chanceFrom(seed);
  const { pick, below, odds } = chance;
  const isZh = language === 'zh';
  const style: CitationStyle = {
    ...(isZh ? chineseStyle(chance) : englishStyle(chance)),
    before: pick(isZh ? ['', '', '', '3-', '2.'] : ['', '', '', '', '12.', 'A', 'S']),
  };
  const [frames, noise] = isZh ? [chineseFrames, chineseNoise] : ownSupplement(style);
  const count = 5 + below(6);
  const cite = () => pick(frames)(citeFigures(style, 1 + below(count - 4), chance));
  const paragraph = () => {
    const sentences = [pick(noise)];
    if (odds(0.7)) sentences.splice(below(2), 0, cite());
    if (odds(0.5)) sentences.push(pick(noise));
    return `<p>${sentences.join(isZh ? '' : ' ')}</p>`;
  };
  const figures = Array.from({ length: count }, (_, at) => figure(at + 1, style, noise, chance));
  const where = pick(['in place', 'in place', 'at the end', 'afloat']);
  const sections: string[] = [];
  let placed = 0;
  for (let section = 0; section < 4; section++) {
    const parts = [heading(section, isZh, style, chance)];
    for (let at = 0; at < 4; at++) {
      parts.push(odds(0.8) ? paragraph() : besides(paragraph, cite, chance));
      if (where === 'in place' && odds(0.6) && placed < count) parts.push(figures[placed++]!);
    }
    if (odds(0.4)) parts.push(table(section + 1, isZh, style, chance));
    sections.push(`<sec>${parts.join('')}</sec>`);
  }
  const rest = figures.slice(placed).join('');
  const [inBody, afloat] = where === 'afloat' ? ['', rest] : [rest, ''];
  return `<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="${language}"><front><article-meta><abstract>${paragraph()}</abstract></article-meta></front><body>${sections.join('')}${inBody}</body>${afloat && `<floats-group>${afloat}</floats-group>`}</article>`;
}

/** Where the article's figures are a supplement themselves, none of another is spoken of. */
function ownSupplement({ before }: CitationStyle) {
  const isOwn = (sentence: string) => before === 'S' && /\bS\d|Supplementary/.test(sentence);
  return [
    englishFrames.filter(frame => !isOwn(frame(''))),
    englishNoise.filter(sentence => !isOwn(sentence)),
  ] as const;
}

function figure(id: number, style: CitationStyle, noise: readonly string[], chance: Chance) {
  const isZh = style.one === '图';
  const { pick, odds, below } = chance;
  const word = isZh ? '图' : pick(['Figure ', 'Fig. ', 'Fig ', 'FIGURE ', 'Figure\u00a0']);
  const sign = isZh ? '' : pick(['', '', '.', ':']);
  const title = isZh
    ? pick([
        '患者腰椎侧位X线片',
        '术前、术后磁共振图像：A为术前，B为术后',
        '研究流程',
        '两组疼痛评分',
      ])
    : pick([
        'Lateral radiograph of the lumbar spine before the operation',
        'Flow of the patients through the study',
        '<bold>A</bold> Before. <bold>B</bold> After. The arrow marks the root',
        'Angles over time (mean &#177; SD). *<italic>p</italic> &lt; 0.05',
        '(A) Sagittal view, (B) axial view. Scale bar: 2 mm',
        '3D model of the screw',
      ]);
  // A caption may speak of other figures; it is no paragraph that cites them.
  const more = odds(0.15)
    ? `<p>${isZh ? '与' : 'The scale is that of '}${link(1 + below(id), `${style.one}${style.space}${style.before}1`)}${isZh ? '同一患者。' : '.'}</p>`
    : odds(0.2)
      ? `<p>${pick(noise)}</p>`
      : '';
  return `<fig id="F${id}"><label>${word}${style.before}${id}${sign}</label><caption><title>${title}${isZh ? '' : '.'}</title>${more}</caption><graphic xlink:href="g${id}.jpg"/></fig>`;
}

function heading(at: number, isZh: boolean, style: CitationStyle, { odds }: Chance): string {
  const title = (
    isZh ? ['资料', '方法', '结果', '讨论'] : ['Material', 'Methods', 'Results', 'Discussion']
  )[at]!;
  const cited = `${style.one}${style.space}${style.before}1`;
  return `<title>${odds(0.05) ? `${title} (${link(1, cited)})` : title}</title>`;
}

/** Paragraphs that stand in lists, quotations and notes cite like any others. */
function besides(paragraph: () => string, cite: () => string, { pick }: Chance): string {
  const words = pick(['list', 'quote', 'box']);
  if (words === 'list')
    return `<list list-type="bullet"><list-item><p>${cite()}</p></list-item><list-item>${paragraph()}</list-item></list>`;
  if (words === 'quote') return `<disp-quote>${paragraph()}</disp-quote>`;
  return `<boxed-text><sec><title>Box</title>${paragraph()}</sec></boxed-text>`;
}

/** Cells may cite; they are no paragraphs. */
function table(number: number, isZh: boolean, style: CitationStyle, { odds }: Chance): string {
  const cited = odds(0.5) ? link(1, `${style.one}${style.space}${style.before}1`) : '5';
  return `<table-wrap id="T${number}"><label>${isZh ? '表' : 'Table '}${number}</label><caption><p>${isZh ? '一般资料' : 'Values of the groups.'}</p></caption><table><thead><tr><th>Group</th><th>N</th></tr></thead><tbody><tr><td>A</td><td>${cited}</td></tr></tbody></table></table-wrap>`;
}
