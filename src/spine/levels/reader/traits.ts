/** How a level was written. Some ways of writing are used for other things as well. */
export const LOWER_CASE = 1 << 0;
export const SPACED = 1 << 1;
export const HYPHENATED = 1 << 2;
export const DOTTED = 1 << 3;
/** D for dorsal, the older name of the thoracic spine. */
export const DORSAL = 1 << 4;
export const ROMAN = 1 << 5;
/** Typeset: L$_{4}$, L<sub>4</sub>. */
export const MARKUP = 1 << 6;
export const NUMERAL = 1 << 7;
/** The Chinese word with a number behind it: 腰椎4. */
export const ZH_WORD = 1 << 8;
/** Written out so that nothing else can be meant: 第四腰椎, fourth lumbar vertebra, 寰椎. */
export const SPELLED_OUT = 1 << 9;
/** An English word with a number behind it: lumbar 4. */
export const EN_WORD = 1 << 10;
/** A number alone that takes its region from the level before it. */
export const BARE = 1 << 11;
/** Latin letter with a number. */
export const LATIN = 1 << 12;
export const COCCYGEAL_NUMBER = 1 << 13;
/** Two digits run together: L45, 腰45. */
export const COMPACT = 1 << 14;
/** Joined by a word or a mark that leaves no doubt that both are levels. */
export const HAN = 1 << 15;
