import type { Chance } from './random.ts';

/** How an article's house style writes its citations. */
export type CitationStyle = {
  one: string;
  many: string;
  /** Between the word and the number. */
  space: string;
  dash: string;
  and: string;
  panel: 'upper' | 'lower' | 'bracketed' | 'none';
  /** Before each number: the S of a supplement, the 12. of a chapter. */
  before: string;
  /** What a link embraces: word, number and panels, or the number alone. */
  link: 'all' | 'number' | 'word and number';
};

export const englishStyle = ({ pick }: Chance): CitationStyle => ({
  ...pick([
    { one: 'Fig.', many: 'Figs.', space: ' ' },
    { one: 'Fig.', many: 'Figs.', space: '\u00a0' },
    { one: 'Fig.', many: 'Figs', space: '\u2009' },
    { one: 'Fig', many: 'Figs', space: ' ' },
    { one: 'Fig.', many: 'Fig.', space: '' },
    { one: 'Fig.', many: 'Fig.', space: ' ' },
    { one: 'Figure', many: 'Figures', space: ' ' },
    { one: 'Figure', many: 'Figure', space: ' ' },
    { one: 'Figure', many: 'Figures', space: '\u00a0' },
    { one: 'FIGURE', many: 'FIGURES', space: ' ' },
    { one: 'figure', many: 'figures', space: ' ' },
  ]),
  dash: pick(['–', '-', '—', '−', '‐', ' – ', ' to ', ' through ', '\u2009–\u2009']),
  and: pick([' and ', ', and ', ' &amp; ', ', ', '\u00a0and\u00a0']),
  panel: pick(['upper', 'upper', 'lower', 'bracketed', 'none']),
  before: '',
  link: pick(['all', 'all', 'number', 'word and number']),
});

export const chineseStyle = ({ pick }: Chance): CitationStyle => ({
  one: '图',
  many: '图',
  space: pick(['', '', ' ', '\u3000']),
  dash: pick(['～', '-', '—', '~', '至', '－', '～图', '至图']),
  and: pick(['、', '、', '，', '和', '及', '与', ',', '和图', '、图']),
  panel: pick(['upper', 'lower', 'bracketed', 'none']),
  before: '',
  link: pick(['all', 'number', 'word and number']),
});

/** A citation with its links; the middle of a range mostly has none. */
export function citeFigures(style: CitationStyle, first: number, chance: Chance): string {
  const isZh = style.one === '图';
  const { pick, odds, below } = chance;
  const item = (id: number, word: string) => {
    const number = `${word}${style.before}${id}`;
    const panels = odds(0.4) ? panelsIn(style, isZh, chance) : '';
    return style.link === 'all' ? link(id, number + panels) : link(id, number) + panels;
  };
  const one = style.one + style.space;
  const many = style.many + style.space;
  const items = (ids: readonly number[], word: string) =>
    ids.map((id, at) => {
      const isHead = at === 0;
      if (style.link === 'number') return `${isHead ? word : ''}${item(id, '')}`;
      return item(id, isHead ? word : '');
    });
  switch (pick(['one', 'one', 'one', 'two', 'three', 'range', 'range and one', 'again'])) {
    case 'two':
      return items([first, first + 1 + below(2)], many).join(style.and);
    case 'three': {
      const [a, b, c] = items([first, first + 1, first + 3], many);
      return `${a}${isZh ? '、' : ', '}${b}${style.and}${c}`;
    }
    case 'range':
      return range(style, many, first, first + 2 + below(2), chance);
    case 'range and one':
      return `${range(style, many, first, first + 2, chance)}${isZh ? '、' : ', '}${item(first + 4, '')}`;
    case 'again':
      return `${item(first, one)}${isZh ? pick(['、', '和', '；']) : pick([', ', '; ', ' and '])}${item(first + 1, one)}`;
    default:
      return item(first, one);
  }
}

function range(style: CitationStyle, word: string, from: number, to: number, { pick }: Chance) {
  const [a, b] = [`${word}${style.before}${from}`, `${style.before}${to}`];
  const all = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  if (style.link === 'all') return link(pick([[from, to], all]), `${a}${style.dash}${b}`);
  return `${link(from, a)}${style.dash}${link(to, b)}`;
}

function panelsIn({ panel }: CitationStyle, isZh: boolean, { pick }: Chance): string {
  const joint = isZh ? pick(['、', ',', '～', '-']) : pick([',', ', ', '–', '-', ' and ', '/']);
  switch (panel) {
    case 'upper':
      return pick(['A', 'B', `A${joint}B`, `A${joint}C`, 'A–C', 'D']);
    case 'lower':
      return pick(['a', 'c', `a${joint}b`, 'a–d', 'a-c,e']);
    case 'bracketed':
      return pick(['(a)', '(A)', isZh ? '（A、B）' : '(a)–(c)', '(a, b)', ' (A)']);
    default:
      return '';
  }
}

export function link(id: number | readonly number[], text: string): string {
  const rid = [id].flat().map(one => `F${one}`);
  return `<xref ref-type="fig" rid="${rid.join(' ')}">${text}</xref>`;
}
