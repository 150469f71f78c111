/** What a word beside a level says about it. One word may say several things, so each is a bit. */

/** A part of one vertebra, or what happens to one: two levels before it are two vertebrae. */
export const VERTEBRA = 1 << 0;
/** "vertebral": the next word decides ("vertebral bodies", "vertebral level"). */
export const VERTEBRAL = 1 << 1;
/** A part of the joint between two vertebrae, or what happens there. */
export const DISC = 1 << 2;
export const ROOT = 1 << 3;
/** Several roots, or a word that only ever speaks of roots: two levels before it are two roots. */
export const ROOTS = 1 << 4;
export const SURGERY = 1 << 5;
/** Any other word that a level stands before. */
export const PLACE = 1 << 6;
/** May stand between a level and its noun. */
export const ADJECTIVE = 1 << 7;
export const UNIT = 1 << 8;
/** Makes T1 or T2 a relaxation time, a weighting or a sequence. */
export const WEIGHTED = 1 << 9;
/** Makes the letter before it mean something else than its part of the spine. */
export const NOT_THORACIC = 1 << 10;
export const NOT_CERVICAL = 1 << 11;
export const NOT_LUMBAR = 1 << 12;
export const NOT_SACRAL = 1 << 13;
export const NOT_DORSAL = 1 << 14;
export const DOSE = 1 << 15;

/** Before a level: numbered things of a document (Figure S1, 图C3). */
export const LABEL = 1 << 16;
/** Before a single level: things that come in numbered kinds (type C1, vitamin D3, stage T2). */
export const SERIES = 1 << 17;
/** Before T1 or T2: words of magnetic resonance. */
export const IMAGING = 1 << 18;
/** Before T3, T4, C3, C4: words of a laboratory. */
export const SEROLOGY = 1 << 19;
/** Prepositions a level follows. */
export const AT = 1 << 20;
/** An extent follows: "extending from L4 to L5". */
export const EXTENT = 1 << 21;
/** Ends with a full stop that ends no sentence. */
export const ABBREVIATION = 1 << 22;
export const FILLER = 1 << 23;
export const BETWEEN = 1 << 24;
/** "difference between", "compared": what is between is no place. */
export const COMPARISON = 1 << 25;
/** May follow the last number of a list ("L3, 4 and 5 were fused"). */
export const FOLLOWS_LIST = 1 << 26;
/** "on", "in", "both": before T1 or T2 they point at a picture unless a noun says otherwise. */
export const SHOWN_ON = 1 << 27;
/** "hyperintense in T2": after a word of signal these point at a picture as well. */
export const POINTS_AT_PICTURE = 1 << 30;
/** A measuring line dropped from a vertebra: C7 plumb line. */
export const PLUMB = 1 << 28;
/** What a number alone may count ("L3 and 5 patients"). */
export const COUNTED = 1 << 29;

/** The word names something anatomical or surgical: the level before it is one. */
export const ANATOMY = VERTEBRA | VERTEBRAL | DISC | ROOT | ROOTS | SURGERY;
export const SUPPORT = ANATOMY | PLACE;
