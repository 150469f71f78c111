import { regionOf } from '../arithmetic.ts';
import type { Level, RootLevel, SpinalRegion } from '../level.ts';

/** The ways a level is written in reports, papers and textbooks, in English and Chinese. */
export const LEVEL_NOTATIONS = [
  'letter',
  'full-width',
  'subscript',
  'th',
  'dorsal',
  'english',
  'english-digits',
  'chinese',
  'chinese-numerals',
  'chinese-ordinal',
  'chinese-ordinal-digits',
] as const;

export type LevelNotation = (typeof LEVEL_NOTATIONS)[number];

const ENGLISH_REGION: Readonly<Record<SpinalRegion, string>> = {
  cervical: 'cervical',
  thoracic: 'thoracic',
  lumbar: 'lumbar',
  sacral: 'sacral',
  coccygeal: 'coccygeal',
};

const CHINESE_REGION: Readonly<Record<SpinalRegion, string>> = {
  cervical: '颈',
  thoracic: '胸',
  lumbar: '腰',
  sacral: '骶',
  coccygeal: '尾',
};

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
] as const;

const NUMERALS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
];

/** One level as a phrase that stands by itself; the coccyx has a name and no number. */
export function renderLevel(level: RootLevel, notation: LevelNotation): string {
  if (level === 'Co') return isChinese(notation) ? '尾骨' : 'coccyx';
  const ordinal = ordinalOf(level);
  const region = regionOf(level);
  switch (notation) {
    case 'english':
      return `${ORDINALS[ordinal - 1]} ${ENGLISH_REGION[region]} vertebra`;
    case 'english-digits':
      return `${ordinal}${ordinalSuffix(ordinal)} ${ENGLISH_REGION[region]} vertebra`;
    case 'chinese-ordinal':
      return `第${NUMERALS[ordinal - 1]}${CHINESE_REGION[region]}椎`;
    case 'chinese-ordinal-digits':
      return `第${ordinal}${CHINESE_REGION[region]}椎`;
    default:
      return renderRegion(region, notation) + renderOrdinal(ordinal, notation);
  }
}

/** The region's sign before a number: L, Ｌ, 腰. */
function renderRegion(region: SpinalRegion, notation: LevelNotation): string {
  if (isChinese(notation)) return CHINESE_REGION[region];
  const letter = region === 'coccygeal' ? 'Co' : region[0]!.toUpperCase();
  if (notation === 'th' && letter === 'T') return 'Th';
  if (notation === 'dorsal' && letter === 'T') return 'D';
  return notation === 'full-width' ? widen(letter) : letter;
}

export function renderOrdinal(ordinal: number, notation: LevelNotation): string {
  switch (notation) {
    case 'full-width':
      return widen(String(ordinal));
    case 'subscript':
      return String(ordinal).replace(/\d/g, digit => String.fromCharCode(0x2080 + Number(digit)));
    case 'chinese-numerals':
      return NUMERALS[ordinal - 1]!;
    default:
      return String(ordinal);
  }
}

export function ordinalOf(level: RootLevel): number {
  return Number(level.slice(1));
}

export function isChinese(notation: LevelNotation): boolean {
  return notation.startsWith('chinese');
}

function ordinalSuffix(ordinal: number): string {
  return ['st', 'nd', 'rd'][ordinal - 1] ?? 'th';
}

function widen(ascii: string): string {
  return ascii.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** Whether the notation writes a region's sign before the number, so that a second number can go without. */
export function hasRegionSign(notation: LevelNotation): boolean {
  return !notation.startsWith('english') && !notation.startsWith('chinese-ordinal');
}

export function sharesRegion(a: Level, b: Level): boolean {
  return regionOf(a) === regionOf(b) && a !== 'Co';
}
