import type { Head } from './read-head.ts';

/** Units and nouns: "Fig. 1, 2 patients", "图1，2例". */
const measured =
  /^\s*(?:[%‰°×]|\.\d|:\d|(?:st|nd|rd|th)\b|(?:mm|cm|ml|mg|kg|T|patients?|cases?|years?|months?|weeks?|days?|hours?|h|min|s|levels?|vertebra[el]?|dis[ck]s?|subjects?|participants?|individuals?|controls?|studies|trials?|times|fold|men|women|males?|females?|children|adults?|knees|hips|eyes|samples|groups|points?|out|of(?!\s+(?:the|this|our)\b))\b|[例名个組组年月周天日次岁枚节椎种项张幅只条倍级点度期型]|分(?![别布])|位(?![于置])|处(?!理))/;
/** "2-year survival", "4-0 suture", "3D models"; 2-a is a panel. */
const compound =
  /^(?:[-‐‑–](?:[A-Za-z]{2,}|h\b|D\b)|-0\b|D(?:[-‐‑–][a-z]|\s+(?:CT|MRI?|US|images?|imaging|models?|views?|scans?|structures?|reconstruct|print|render|position|plan|volume|data|space|culture|surface)))/;
/** "S1 Table", and "S2 Fig" in the list that another figure began: the word behind decides. */
const otherThing =
  /^[A-Za-z]?\s+(?:Figs?|Figures?|Tables?|Texts?|Files?|Videos?|Movies?|Appendi(?:x|ces)|Data(?:sets?)?|Notes?|Methods|Protocols?|Checklists?|Codes?)\b/;
/** What follows the last number of a list in a sentence. */
const sentence =
  /^\s+(?:and|or|to|through|respectively|left|right|upper|lower|top|bottom|middle|cent(?:er|re)|insets?|panels?|rows?|columns?|arrows?|for|in|on|at|by|as|with|from|is|are|was|were|the|a|an|this|these|that|which|where|it|we|but|while|when|also|both|clearly|further|below|above|here|then|can|could|may|should|have|has|had|not|no|only|shows?|showed|illustrates?|demonstrates?|depicts?|presents?|displays?|describes?|summari[sz]es?|provides?|gives?|indicates?|reveals?|compares?|represents?|reports?|plots?|lists?|suggests?|confirms?|outlines?|highlights?|explains?|visuali[sz]es?)\b/;
/** In "Figure 1, 4 were left out" the 4 counts what was left out. */
const counted = /^\s+(?:are|were|have|had|did|died)\b/;

/** Whether a number behind "and" or a comma is one more figure of the list, or counts something. */
export function isListedFigure(
  rest: string,
  joint: string,
  head: Head,
  hasPrefix: boolean,
): boolean {
  if (otherThing.test(rest)) return false;
  if (head.language === 'zh' || hasPrefix) return true;
  const isComma = /^\s*,\s*$/.test(joint);
  const goesOn = !/^\s+[a-z]{3,}/.test(rest) || sentence.test(rest);
  if (head.isPlural) return goesOn || !isComma;
  if (joint.includes(';')) return /^[A-Za-z]\b/.test(rest);
  if (isComma && counted.test(rest)) return false;
  if (goesOn) return true;
  return !isComma && !/^\s+(?:other|additional|more|different|consecutive|[a-z]+s)\b/.test(rest);
}

/** Whether a number counts what stands behind it. */
export function countsSomething(rest: string): boolean {
  return measured.test(rest) || compound.test(rest);
}
