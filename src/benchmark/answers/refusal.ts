const refusal =
  /\b(?:I|we|as an ai[^.\n]{0,40})(?:'m| am| are)? ?(?:cannot|can't|can not|could not|couldn't|won't|unable|not able|do not know|don't know|not (?:qualified|sure|certain))\b|\b(?:cannot|can't|can not) be (?:determined|answered|concluded)|\b(?:insufficient|not enough|more) (?:information|context|data)|\b(?:do not|don't) know\b|无法|不能(?:回答|判断|确定|提供|给出|作答)|难以(?:判断|确定|抉择|选择)|不知道|不确定|信息不足|抱歉/i;
const takenBack =
  /(?:\b(?:wait|no|hmm+|hold on|actually|oh|sorry|oops|edit|update|correction|then again|on reflection|on second thoughts?)[,.!…:; —-]{1,4}(?:(?:that|this|it)(?: is|'s| was| seems| can't be| cannot be)(?: clearly| actually)? (?:wrong|incorrect|not (?:right|correct)|not(?= ?(?:[.!]|$))|a mistake|an error|right)\b)|\bmy (?:answer|choice) (?:is|was) (?:wrong|incorrect)\b|\b(?:the|this|that)(?: (?:obvious|above|previous|first|tempting))? answer (?:is|was) (?:wrong|incorrect)\b|\bI (?:was wrong|made (?:a mistake|an error)|take that back)\b|\bI (?:\w+ )?doubt (?:it|that|this)\b|没有?把握|\bscratch that\b|\blet me (?:re-?think|reconsider|think again|start over|re-?do)\b|(?:^|[。.,;!?\n…]\s?)不对[,。:!]|我(?:错了|弄错|搞错)|(?:以上|上述|刚才的?)(?:答案|选择)(?:有误|错)|让我重新|重新(?:想|考虑|思考))/i;
const opener =
  '(?:(?:不|不是|等等|等一下|等下|且慢|算了|抱歉|对不起|哦|啊|嗯|再想想|仔细想想|想了想)[,。.!…\\s]{1,3})';
const subject =
  '(?:(?:我|这|那|此|上面|前面|刚才|以上|上述)[个样里的]?|我的|(?:答案|选择|判断|结论|回答|推理|思路))';
const judgedWrong = new RegExp(
  String.raw`(?:^[\s,。.!;…]{0,3}|[。.!?\n…]\s?(?=${opener}|${subject}))${opener}{0,3}${subject}{0,3}(?:是|显然|明显|其实|好像|似乎|应该|可能|恐怕|也|[说看选写答想搞弄算记]){0,2}(?:不对|不正确|不成立|错误?|有误|有问题|作废|收回|撤回)[的了]?(?=\s?(?:$|[。.,!;…\n]))`,
);
const deniedAtOnce =
  /^[\s.!,;)\]¶—–-]{0,4}(?:(?:but|and|though|although|yet|no|wait|hmm+|actually|sorry|oops|oh)[,.!…\s—-]{1,4}){0,3}(?:that|this|it|which|the above|what I (?:just )?(?:said|wrote))(?: is| was|'s| seems| looks| turns out to be)(?: (?:clearly|actually|probably|certainly|surely|simply|just|plainly)){0,2} (?:wrong|incorrect|mistaken|false|not (?:right|correct|it|true)|a mistake|an error)\b/i;
const withdrawn =
  /\b(?:forget|ignore|disregard|scrap|cancel|withdraw|retract|strike) (?:that|this|it|what I (?:just )?(?:said|wrote)|(?:my|the) (?:last |previous |above )?(?:answer|choice|statement|reply))\b|\bI (?:withdraw|retract|misread|misspoke|was mistaken|got (?:that|this|it) wrong)\b|\bmy mistake\b|\bon (?:second thoughts?|reflection),? (?:I(?:'m| am) not|that|no\b)/i;

export const refuses = (text: string): boolean => refusal.test(text);

/** Whether the text behind an answer says that the answer was wrong. */
export function takesBack(text: string, from: number): boolean {
  const rest = text.slice(from);
  return [takenBack, judgedWrong, deniedAtOnce, withdrawn].some(pattern => pattern.test(rest));
}
