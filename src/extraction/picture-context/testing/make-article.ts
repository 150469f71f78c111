import { chanceFrom } from './random.ts';

/** Articles in JATS as publishers mark them up, of invented prose and from a seed: citations are `<xref>`,
 *  the middle of a range has none, and what only looks like a citation has none either. */

const x = (id: number | number[], text: string) =>
  `<xref ref-type="fig" rid="${[id]
    .flat()
    .map(one => `F${one}`)
    .join(' ')}">${text}</xref>`;

/** Ways to cite figure a, or figures from a on. */
const english: Array<(a: number) => string> = [
  a => `The lordosis was restored in most patients (${x(a, `Fig. ${a}`)}).`,
  a => `${x(a, `Figure ${a}`)} shows the course of the angle over the first year.`,
  a => `As can be seen in ${x(a, `Fig.${a}`)}, the disc had lost its height.`,
  a => `The implants are depicted in Figs. ${x(a, `${a}`)} and ${x(a + 1, `${a + 1}`)}.`,
  a => `Further views are given (Figs. ${x(a, `${a}`)}–${x(a + 2, `${a + 2}`)}).`,
  a => `The rods were bent on both sides (${x(a, `Fig. ${a}A`)}, ${x(a, 'B')}).`,
  a => `The cage sits in the middle (<italic>${x(a, `Figure ${a}A and B`)}</italic>).`,
  a => `No loosening was found (${x(a, `Fig. ${a}a, b`)}), and none was expected.`,
  a =>
    `Figures ${x(a, `${a}`)}, ${x(a + 2, `${a + 2}`)} and ${x(a + 3, `${a + 3}`)} give the details.`,
  a => `The foramen was wide (${x(a, `Fig. ${a}C–E`)}).`,
  a => `The wires are marked in Figs ${x(a, `${a}A-C`)} and ${x(a + 1, `${a + 1}`)}.`,
  a => `Both groups are compared in ${x([a, a + 1], `Figs. ${a}, ${a + 1}`)} below.`,
  a =>
    `The numbers are found in ${x(a, `Fig. ${a}`)} and <xref ref-type="table" rid="T2">Table 2</xref>.`,
  a => `All steps are drawn in Figures ${x(a, `${a}`)} through ${x(a + 2, `${a + 2}`)}.`,
  a => `The screw is seen in ${x(a, `Fig. ${a}`)}, left panel, and again in the film at discharge.`,
  a => `Please compare ${x(a, `Fig. ${a}`)} ${x(a + 1, `Fig. ${a + 1}`)} side by side.`,
  a =>
    `The cord is free (Figs. ${x(a, `${a}`)}, ${x(a + 1, `${a + 1}A–C`)}, and ${x(a + 2, `${a + 2}`)}).`,
  a =>
    `The lamina was thin (${x(a, `Fig. ${a}(a)`)}), the pedicle was not (${x(a, `Fig. ${a}(b)–(d)`)}).`,
  a => `${x(a, `Figure ${a}`)} and Supplementary Figure ${a + 1} have the same scale.`,
  a => `In ${x(a, `Figure ${a}`)}, 2 patients are left out, since their films were lost.`,
  a =>
    `We followed the plan of <xref ref-type="fig" rid="F${a}"><bold>Fig.&#160;${a}</bold></xref> from the start.`,
  a => `The plan can be seen in ${x(a, `FIG. ${a}`)}; 3 films were of poor quality.`,
  a =>
    `The middle column is intact (${x(a, `Fig. ${a}`)}, arrow; ${x(a + 1, `Fig. ${a + 1}`)}, arrowheads).`,
  a => `From ${x(a, `Fig. ${a}`)} to ${x(a + 2, `Fig. ${a + 2}`)} the fusion is seen to progress.`,
];

const englishNoise = [
  'The patients were followed for two years, and none of them was lost.',
  'A similar curve is printed as Figure 1 of [12], which we did not repeat.',
  'The atlas of that group (their Fig. 2) has other units.',
  'Angles were measured twice by two readers who did not know the outcome.',
  'Details are in Supplementary Fig. 1 and Table S1, and in Additional file 2: Figure S2.',
  'The rate was 12.5% in 3 of 24 patients (Table 1), and 4 figures were checked.',
  'It has been figured that 2 of 10 need a second look.',
  'The curve resembles Fig. 3 in Smith et al. and is steeper.',
  'Disc height fell by 1–3 mm; grade 2 changes were seen at L4/5.',
  'The configuration 1 of the frame was used in all operations.',
];

const chinese: Array<(a: number) => string> = [
  a => `术后椎间隙高度恢复良好（${x(a, `图${a}`)}）。`,
  a => `如${x(a, `图${a}`)}所示，椎体高度明显丢失。`,
  a => `典型病例见${x(a, `图${a}`)}、${x(a + 1, `${a + 1}`)}。`,
  a => `各组变化趋势见${x(a, `图${a}`)}～${x(a + 2, `${a + 2}`)}。`,
  a => `螺钉位置满意（${x(a, `图${a}A`)}、B）。`,
  a => `硬膜囊受压（${x(a, `图 ${a}（A、B）`)}），神经根移位。`,
  a => `由${x(a, `图${a}`)}可见，曲线逐渐下降，随后保持平稳。`,
  a => `手术步骤如${x(a, `图${a}`)}和${x(a + 1, `图${a + 1}`)}所示。`,
  a => `结果见<xref ref-type="table" rid="T1">表1</xref>、${x(a, `图${a}`)}，2例患者失访。`,
  a => `${x(a, `图${a}a～c`)}为同一患者的影像资料。`,
  a => `影像资料见${x(a, `图${a}`)}至${x(a + 2, `图${a + 2}`)}。`,
];

const chineseNoise = [
  '所有患者均获得随访，随访时间为十二个月至二十四个月。',
  '心电图1例异常，肌电图2例异常，余未见异常。',
  '两组患者年龄、性别比较，差异无统计学意义（表1）。',
  '文献[5]中图1的结果与此相近，但样本量较小。',
  '术中出血量约二百毫升，未输血，术后第一天下地活动。',
  '本组3例出现切口感染，经换药后愈合，未见内固定松动。',
];

const englishTitles = [
  'Lateral radiograph of the lumbar spine before the operation',
  'Flow of the patients through the study. Numbers are of patients, not of levels',
  'Axial view at L4/5. <bold>A</bold> Before. <bold>B</bold> After. The arrow marks the root',
  'Angles over time (mean &#177; SD). *<italic>p</italic> &lt; 0.05, **<italic>p</italic> &lt; 0.01',
  'MRI of a patient aged 54 years: <italic>T2</italic>-weighted image, sagittal',
  'Receiver operating curves; the scale is that of the first panel',
];
const chineseTitles = [
  '患者腰椎侧位X线片',
  '两组患者术后疼痛评分变化。*与术前比较，P&lt;0.05',
  '术前、术后磁共振图像：A为术前，B为术后',
  '典型病例影像资料',
  '研究流程',
];

export type ArticleOptions = { seed: number; language: 'en' | 'zh'; hasFloats: boolean };

export function makeArticle({ seed, language, hasFloats }: ArticleOptions): string {
  const { next: random, pick } = chanceFrom(seed);
  const count = 4 + Math.floor(random() * 6);
  const isZh = language === 'zh';
  const word = isZh ? '图' : pick(['Figure ', 'Fig. ', 'Fig ', 'FIGURE ']);
  const [ways, noise, titles] = isZh
    ? [chinese, chineseNoise, chineseTitles]
    : [english, englishNoise, englishTitles];
  const figure = (id: number) => {
    const more = random() < 0.3 ? `<p>${pick(noise)}</p>` : '';
    return `<fig id="F${id}"><label>${word}${id}</label><caption><title>${pick(titles)}${isZh ? '' : '.'}</title>${more}</caption><graphic xlink:href="g${id}.jpg"/></fig>`;
  };
  const figures = Array.from({ length: count + 4 }, (_, index) => figure(index + 1));
  const paragraphs: string[] = [];
  let placed = 0;
  for (let section = 0; section < 4; section++) {
    paragraphs.push(
      `<sec><title>${isZh ? pick(['资料与方法', '结果', '讨论']) : pick(['Methods', 'Results', 'Discussion'])}</title>`,
    );
    for (let at = 0; at < 4; at++) {
      const sentences = [pick(noise)];
      if (random() < 0.7)
        sentences.splice(random() < 0.5 ? 0 : 1, 0, pick(ways)(1 + Math.floor(random() * count)));
      if (random() < 0.5) sentences.push(pick(noise));
      paragraphs.push(`<p>${sentences.join(isZh ? '' : ' ')}</p>`);
      if (!hasFloats && random() < 0.5 && placed < figures.length)
        paragraphs.push(figures[placed++]!);
    }
    if (random() < 0.5)
      paragraphs.push(
        `<table-wrap id="T${section}"><label>${isZh ? '表' : 'Table '}${section + 1}</label><caption><p>${pick(noise)}</p></caption></table-wrap>`,
      );
    paragraphs.push('</sec>');
  }
  const floats = figures.slice(placed).join('');
  return `<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="${language}"><body>${paragraphs.join('')}${hasFloats ? '' : floats}</body>${hasFloats ? `<floats-group>${floats}</floats-group>` : ''}</article>`;
}
