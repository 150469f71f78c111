/** What pictures are called. Each counts for itself: Scheme 1 is not Figure 1. */
export const figureWords = [
  'Figure',
  'Plate',
  'Scheme',
  'Chart',
  'Graph',
  'Photo',
  'Image',
  'Picture',
  'Illustration',
] as const;
export type FigureWord = (typeof figureWords)[number];

export type Language = 'en' | 'zh';

export type FigureNumber = {
  /** What stands before the digits: the S of S2. */
  prefix: string;
  /** 12 and 1 of 12.1. */
  parts: number[];
  isRoman: boolean;
  /** 2 of "Figure 1—figure supplement 2". */
  supplement: number | null;
  end: number;
};

export type Label = {
  /** The same for every way of writing it: "Fig. 12-1", "FIGURE 12.1" and 图12.1 are one. */
  key: string;
  /** Canonical writing in the label's own language. */
  text: string;
  panel: string | null;
  language: Language;
};

/** Of a label without a number, as journals with one figure an article print it. */
export const numberlessKey = 'Figure:';

export function keyOf(
  word: FigureWord,
  { prefix, parts, isRoman, supplement }: Omit<FigureNumber, 'end'>,
): string {
  const number = `${prefix}${isRoman ? 'roman ' : ''}${parts.join('-')}`;
  return `${word}:${number}${supplement === null ? '' : `/${supplement}`}`;
}
