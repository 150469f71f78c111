// "NOT" and "EXCEPT" in capitals turn a question wherever they stand; in small letters they do so
// in the sentence that asks, and there only where they are said of the options.
const shouted = /\b(?:NOT|EXCEPT|LEAST|INCORRECT|FALSE)\b/;
const asked =
  /\bexcept\b|\bleast\b|\b(?:incorrect|false|untrue|wrong|inappropriate|unlikely|contraindicated)\b|\b(?:is|are|does|do|would|should|can|could)(?: (?:likely|usually|typically|generally|be|considered))?(?: not|n't)\b|\bnot (?:a|an|true|correct|typical|associated|part|indicated|included|recommended|consistent|characteristic)\b/i;
const askedHan =
  /错误|不正确|不包括|不属于|除外|不符合|不恰当|不适当|不适合|不适宜|不宜|不应|不会|不支持|不可能|有误|不对|不是|不需要|不妥|不典型|例外|无关|禁忌/;

/** Whether a question asks for what does not hold: NOT, except, 错误的是, 不包括. */
export function isNegated(question: string): boolean {
  const plain = question.normalize('NFKC');
  const sentences = plain.split(/(?<=[.?!;。？！；])\s*(?=\S)|\n+/).filter(part => /\S/.test(part));
  const last = sentences.at(-1) ?? '';
  return shouted.test(plain) || asked.test(last) || askedHan.test(last);
}
