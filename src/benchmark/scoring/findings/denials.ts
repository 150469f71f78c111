/** A stretch of text in which what is named is said not to be there. */
export type Span = { readonly start: number; readonly end: number };

const sentence = /(?:[^.;!?。；！？\n]|\.(?=\d))+/g;

/** Words that deny what follows, unless they deny a change, a certainty or themselves. */
const denial = new RegExp(
  [
    String.raw`(?<!\b(?:can|could|may|did|does|do|is|are|was|were|would)\s?(?:not|n't)\s(?:be\s)?(?:entirely\s|completely\s|definitely\s)?|\bcannot\s(?:be\s)?|\bunable\sto\s|\bnot\s|\bto\s)\b(?:rul(?:e|es|ed|ing)\sout|exclud(?:e|es|ed|ing))\b`,
    String.raw`\b(?:no|without(?:\sany)?)\b(?!\s(?:longer|doubt|(?:significant\s|interval\s|further\s|definite\s)*(?:change|changes|progression|increase|worsening|improvement)\b))`,
    String.raw`\b(?:not(?!\s(?:only|just|excluded|ruled|possible\sto\s(?:exclude|rule)|be\s(?:excluded|ruled)))|neither|nor|never|absence\sof|negative\sfor|free\s(?:of|from)|lacks?(?:\sof)?|denies|instead\sof|rather\sthan)\b`,
    '(?:未见|未发现|未示|未显示|未提示|未及|未出现|未发生|未合并|未伴|没有|不存在|不伴|不合并|否认|(?<!不能|无法|不|难以|不可)(?:排除|除外))(?!(?:明显)?(?:变化|改变|进展|加重))',
    '(?<![有并])无(?!(?:明显|显著)?(?:变化|改变|进展|加重|好转)|法|力|痛|菌|论|需)',
  ].join('|'),
  'gi',
);

/** What a denial's reach depends on. A turn of thought ends it: "no fracture, but a bulge". */
const landmarks =
  /(?<turn>\b(?:but|however|although|though|except|apart\sfrom|aside\sfrom|other\sthan|whereas|while|yet)\b|但|然而|不过|仅|除此|而(?!且)|可见|伴有|另见)|(?<comma>[,，](?<listed>\s{0,4}(?:或|亦|也|及))?)|(?<or>\b(?:or|nor)\b)/gi;

const denialBehind =
  /^[^,，.;。；\n]{0,50}?(?:\b(?:not(?:\s(?:been|clearly|definitely))?\s(?:seen|present|identified|evident|demonstrated|observed|noted|detected|visualised|visualized|visible|found|appreciated|shown)|no\slonger|absent|none|negative|(?<!not\s(?:be\s)?|cannot\sbe\s)(?:excluded|ruled\sout)|resolved)\b|未见|未发现|不存在|阴性|(?<!不能|无法|不)(?:排除|除外))/i;
const noneBehind = /^\s*[:：]\s*(?:no\b|none\b|nil\b|absent\b|negative\b|无|未见|阴性|-\s*$|−)/i;

/** The stretches that a denial covers. Linear in the text. */
export function deniedSpans(text: string): Span[] {
  return Array.from(text.matchAll(sentence)).flatMap(({ 0: words, index }) => {
    const denials = Array.from(words.matchAll(denial), match => match.index + match[0].length);
    if (denials.length === 0) return [];
    return reaches(words, denials).map(({ start, end }) => ({
      start: index + start,
      end: index + end,
    }));
  });
}

/**
 * From each denial to the end of the sentence, or to where the thought turns. Past a comma only where
 * a list is denied: "no fracture, dislocation or mass". Read backwards, so that every landmark is met
 * once.
 */
function reaches(words: string, denials: readonly number[]): Span[] {
  const marks = Array.from(words.matchAll(landmarks));
  const spans: Span[] = [];
  let stop = words.length;
  let isOrAhead = false;
  let firstComma: number | null = null;
  let next = marks.length - 1;
  for (const start of denials.toReversed()) {
    for (; next >= 0 && marks[next]!.index >= start; next--) {
      const { index, groups } = marks[next]!;
      if (groups?.turn !== undefined) {
        [stop, isOrAhead, firstComma] = [index, false, null];
      } else if (groups?.or !== undefined) isOrAhead = true;
      else if (!isOrAhead && groups?.listed === undefined) firstComma = index;
    }
    spans.push({ start, end: firstComma ?? stop });
    isOrAhead = false;
  }
  return spans.reverse();
}

/** "Canal stenosis: none", "a fracture is not seen". */
export function isDeniedBehind(text: string, end: number): boolean {
  const behind = text.slice(end, end + 80);
  return noneBehind.test(behind) || denialBehind.test(behind);
}
