import { raised } from '../markdown/strip-markup.ts';

const name = "\\p{Lu}[\\p{L}'’-]+";
const work =
  '(?:paper|article|study|work|report|publication|book|monograph|manuscript|letter|review|atlas)';
const reference = `${raised}?\\[?\\d{1,3}(?:[-–,]\\s?\\d{1,3})*\\]?`;
const supplement =
  '(?:supplement\\w*|supporting\\s+information|(?:additional|multimedia)\\s+(?:file|appendix)|appendix|S\\d{1,2}\\s+(?:file|text|appendix|data|note))\\b';

/** Behind a citation: whose figure it is. "Figure 3 of [12]", "Fig. 2 in Smith et al." */
const behind = new RegExp(
  `^\\)?\\s*(?:of|in|from|by)\\s+(?:${[
    '\\[\\d',
    `ref(?:erence)?s?\\.?\\s*[[(]?\\d`,
    `(?:the\\s+)?${work}\\s+(?:of|by|from)\\s+(?:${name}|\\[\\d)`,
    `(?:their|his|her|that|those)\\s+(?:\\w+\\s+)?${work}`,
    `(?:the|an?)\\s+(?:original|previous|earlier|prior|cited|former)\\s+(?:\\w+\\s+)?${work}`,
    `(?:the\\s+)?${work}\\s*\\[\\d`,
    `\\(?${name},?\\s+et\\s+al`,
    `\\(?${name},?\\s+(?:and|&)\\s+(?:colleagues|co-?workers|${name},?\\s*[([]?\\s*\\d)`,
    `\\(?${name},?\\s+[([]?\\s*(?:19|20)\\d\\d`,
    `${name},?\\s+[([]\\d{1,3}[\\])]`,
  ].join('|')})`,
  'u',
);
/** Where the article's own supplement has it; a figure that is called a supplement's is meant there. */
const elsewhere = new RegExp(
  `^\\)?\\s*(?:of|in|from)\\s+(?:the\\s+|our\\s+)?(?:online\\s+|electronic\\s+|web\\s+)?${supplement}`,
  'iu',
);
/** Before it, in the same brackets: "[12, Fig. 3]", "(Smith et al. 2010, Fig. 2)", "their Figure 1". */
const before =
  /(?:\btheir\s|\bhis\s|\[\s*\d{1,3}\s*,\s*(?:see\s+)?|\bet\s+al\.?,?\s*(?:\(?(?:19|20)\d\d[a-z]?\)?)?[,:]\s*(?:see\s+)?|\bref(?:erence|s)?\.?\s*\[?\d{1,3}\]?,\s*)$/i;
const namedBefore =
  /(?:\p{Lu}[\p{L}-]+(?:['’]s|s['’])\s|\p{Lu}[\p{L}'’-]+,?\s+\(?(?:19|20)\d\d[a-z]?:\s*(?:see\s+)?)$/u;
const hanBefore = new RegExp(
  `(?:(?:文献|参考文献|资料)\\s*${reference}\\s*(?:中|里|内)?的?|${reference}\\s*(?:等|的|一文|文|研究|报道|文章|论文|文献){1,3}(?:中|里)?的?|(?:该文|原文|原著|他们的?)(?:中|的)?)$`,
  'u',
);

/** Whether a citation speaks of a figure in another work, or in a supplement that is not at hand. */
export function isForeign(
  text: string,
  start: number,
  end: number,
  isSupplement: boolean,
): boolean {
  const after = text.slice(end, end + 80);
  if (behind.test(after) || (!isSupplement && elsewhere.test(after))) return true;
  const ahead = text.slice(Math.max(0, start - 40), start);
  return before.test(ahead) || namedBefore.test(ahead) || hanBefore.test(ahead);
}
