const supposing =
  /^\s*(?:(?:but|and|or|only|even|then),? )?(?:if|were|had|suppose|supposing|assuming|assume|unless|should|imagine|when (?:the|a|there|it)|(?:for|in) (?:the |those |all )?(?:young|old|older|elderly|younger|children|patients))\b|\b(?:whether|suppose|assuming|imagine|in case|if|according to (?:my|a|the|another) (?:colleague|teacher|friend|student))\b|如果|(?<!至|假)若|假如|假设|假定|倘若|要是|除非|是否|(?:^|[,。;\s])如(?![上下图前此何右左所])|当(?![前然时地]).{1,20}时/i;
const forced =
  /\b(?:had to|have to|must|forced|pressed|need(?:ed)? to|required) ?(?:choose|pick|select|answer|guess|decide|to)?\b|必须|一定要|非要|硬要|只能/i;
const drawn = /\b(?:so|therefore|thus|hence)\b|因此|所以|故选|故答案/i;
const reported =
  /\b(?:some|many|students?|people|others|examiners?|candidates?|tempt\w*|mistake\w*|might (?:say|think|choose|answer)|may think|(?:would|might|may) say|said|claims?|claimed|suggested|instead of|rather than|format|form|e\.g\.?|example|instance|such as|colleagues?|teacher|previous (?:question|case|item)|(?:text)?book (?:says|gives)|(?:response|answer|output) format|template|please (?:answer|respond|reply|choose|select))\b|有人|考生|学生|同学|很多人|不少人|他们|误|容易|易选|老师|[上前]一题|格式|例如|比如|形如|请按|请以|请选择/i;
const conditionBehind =
  /^[ ,]{0,2}(?:only )?(?:if|unless|provided|assuming|when|in (?:patients|those|cases?|the (?:young|old|elderly|former|latter)))\b|^\]?,? (?:but|though|although|and) [^.\n]{0,20}(?:equally|just as)\b|^\s?[之中]|^\]?\s?的?(?:格式|形式|前提)/i;
const question = /^[^.!。!\n]{0,120}(?:\?|吗(?=[。.\n]|$))/;

/** Whether a statement only supposes, asks, warns or reports what others say. It reaches from
 *  `start` to `end`; what stands behind `letters` in it is a gloss. */
export function isHypothetical(
  text: string,
  start: number,
  end: number,
  letters: number = end,
): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const sentence = before.slice(lastOf(before, /[.!?。;\n¶](?=\s|$|\p{Script=Han})/gu));
  const clause = sentence.slice(lastOf(sentence, /,|(?<!format ?):/gi));
  const said = clause + text.slice(start, letters);
  if (reported.test(said)) return true;
  const supposed = supposing.exec(sentence + text.slice(start, start + 2));
  if (supposed !== null && !forced.test(sentence) && !drawn.test(sentence + said)) return true;
  const after = text.slice(end, end + 200);
  return conditionBehind.test(after) || question.test(after);
}

function lastOf(text: string, pattern: RegExp): number {
  let at = 0;
  for (const found of text.matchAll(pattern)) at = found.index + found[0].length;
  return at;
}
