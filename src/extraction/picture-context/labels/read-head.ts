import type { FigureWord, Language } from './label.ts';

/** The word of a figure and what stands before it, up to where its number begins. */
export type Head = {
  start: number;
  end: number;
  word: FigureWord;
  language: Language;
  /** What the word before it makes of the number: the S of "Supplementary Figure 2". */
  prefix: string;
  /** As it is written in a label: "Supplementary ", "e", 附. */
  qualifier: string;
  isPlural: boolean;
};

const english =
  /(?<![A-Za-z\u00c0-\u024f])([eEsS]-?)?(fig(?:-\s+)?ures?|figs?|plates?|schemes?|charts?|graphs?|photo(?:graph)?s?|images?|pictures?|illustrations?)(?![\u00c0-\u024f]|[A-Za-z](?!\d))[.．]?\s*(?:(?:no|nos|number|numbers)\.?\s+|[#＃]\s*)?/gi;
const chinese = /(附录?|附件|插|彩|补充(?:材料)?|补|续|增补)?(图片|[图圖]|照片)\s*[.．:：]?\s*/g;
const finder = new RegExp(`${english.source}|${chinese.source}`, 'gi');

const words: ReadonlyArray<[RegExp, FigureWord]> = [
  [/^fig/i, 'Figure'],
  [/^plate/i, 'Plate'],
  [/^scheme/i, 'Scheme'],
  [/^chart/i, 'Chart'],
  [/^graph/i, 'Graph'],
  [/^photo/i, 'Photo'],
  [/^image/i, 'Image'],
  [/^picture/i, 'Picture'],
  [/^illustr/i, 'Illustration'],
];

/** "Supplementary Material, Fig. 1"; behind an article it is only where something is found. */
const supplementPart =
  /(?<!\b(?:the|our|see)\s)\b(?:supplement(?:ary|al)|supporting|electronic)\s+(?:materials?|information|data|files?|digital content|resource|online|notes?|appendix|text)(?:\s+[A-Z]?\d{1,2})?\s*[,:(;]\s*$/i;

const qualifiers: ReadonlyArray<[RegExp, string, string]> = [
  [/(?:supplement(?:ary|al|s)?|suppl?\.?|supporting(?: information)?)\s*$/i, 'S', 'Supplementary '],
  [supplementPart, 'S', 'Supplementary '],
  [/additional\s+files?\s*\d*\s*[:,;(]?\s*$/i, 'S', 'Supplementary '],
  [/(?:online|web|electronic)\s+(?:resource\s+)?$/i, 'S', 'Online '],
  [/extended\s+data\s*$|\bED\s*$/i, 'X', 'Extended Data '],
  [/(?:appendix|app\.)\s*$/i, 'A', 'Appendix '],
  [/author response\s*$/i, 'R', 'Author response '],
];

const hanQualifiers: Readonly<Record<string, [string, string]>> = {
  附: ['附', '附'],
  附录: ['附', '附录'],
  附件: ['S', '附件'],
  插: ['', ''],
  彩: ['彩', '彩'],
  续: ['', ''],
  补充: ['S', '补充'],
  补充材料: ['S', '补充'],
  增补: ['S', '补充'],
  补: ['S', '补充'],
};

/** 图 within these is part of another word: an electrocardiogram, a sketch, an intention. */
const hanCompound = /[电程意版地试企蓝力视谱像构布线框景绘制作读妄贪宏草网截产型拼动略热]$/;

/** Signs of the words, to be looked for before a text is read at all. */
export function signOf(used: Iterable<FigureWord>): RegExp {
  const signs: Readonly<Record<FigureWord, string>> = {
    Figure: '[Ff][Ii][Gg]|F\\sI\\sG\\s|[图圖]',
    Plate: '[Pp][Ll][Aa][Tt][Ee]',
    Scheme: '[Ss][Cc][Hh][Ee][Mm][Ee]',
    Chart: '[Cc][Hh][Aa][Rr][Tt]',
    Graph: '[Gg][Rr][Aa][Pp][Hh]',
    Photo: '[Pp][Hh][Oo][Tt][Oo]|照片',
    Image: '[Ii][Mm][Aa][Gg][Ee]',
    Picture: '[Pp][Ii][Cc][Tt][Uu][Rr][Ee]|[图圖]片',
    Illustration: '[Ii][Ll][Ll][Uu][Ss][Tt][Rr]',
  };
  return new RegExp([...used].map(word => signs[word]).join('|'));
}

/** Every head in a text, in order. */
export function* readHeads(text: string): Generator<Head> {
  // Two texts may be read by turns, so the place is kept here and not in the pattern.
  for (let at = 0; ; ) {
    finder.lastIndex = at;
    const match = finder.exec(text);
    if (!match) return;
    at = finder.lastIndex;
    const head = match[2] ? englishHead(text, match) : hanHead(text, match);
    if (head) yield head;
  }
}

function englishHead(text: string, match: RegExpExecArray): Head | null {
  const [whole, letter, written] = match;
  const word = words.find(([pattern]) => pattern.test(written!))![1];
  const before = text.slice(Math.max(0, match.index - 44), match.index);
  const common = { word, end: match.index + whole.length, language: 'en' as const };
  // The S of "FigS2" is the number's, unless all is written in capitals.
  const isGluedS = /[a-z]S$/.test(written!) && /\d/.test(text[match.index + whole.length] ?? '');
  const isPlural = !isGluedS && /s$/i.test(written!);
  if (isGluedS) return { ...common, start: match.index, prefix: 'S', qualifier: 'S', isPlural };
  if (letter) {
    const prefix = letter[0]!.toUpperCase();
    return {
      ...common,
      start: match.index,
      prefix,
      qualifier: prefix === 'E' ? 'e' : 'S',
      isPlural,
    };
  }
  const part = /((?:appendix|box)\s*\d{1,2})\s*[-–—]\s*$/i.exec(before);
  if (part) {
    const prefix = `${part[1]!.toLowerCase().replace(/\s+/g, ' ')} `;
    const qualifier = `${part[1]![0]!.toUpperCase()}${prefix.slice(1, -1)}—`;
    return { ...common, start: match.index - part[0].length, prefix, qualifier, isPlural };
  }
  for (const [pattern, prefix, qualifier] of qualifiers) {
    const found = pattern.exec(before);
    if (found)
      return { ...common, start: match.index - found[0].length, prefix, qualifier, isPlural };
  }
  return { ...common, start: match.index, prefix: '', qualifier: '', isPlural };
}

function hanHead(text: string, match: RegExpExecArray): Head | null {
  const [whole, , , before, written] = match;
  const previous = text[match.index - 1] ?? '';
  if (!before && hanCompound.test(previous)) return null;
  const [prefix, qualifier] = before ? hanQualifiers[before]! : ['', ''];
  return {
    start: match.index,
    end: match.index + whole.length,
    word: written === '照片' ? 'Photo' : written === '图片' ? 'Picture' : 'Figure',
    language: 'zh',
    prefix,
    qualifier,
    isPlural: false,
  };
}
