import { lastEnd } from './cue.ts';

const supposing =
  /^\s*(?:(?:but|and|or|only|even|then),? )?(?:if|were|had|suppose|supposing|assuming|assume|unless|should|imagine|when (?:the|a|there|it)|(?:for|in) (?:the |those |all )?(?:young|old|older|elderly|younger|children|patients))\b|\b(?:whether|suppose|assuming|imagine|in case|let(?:'s| us) (?:say|assume|suppose|test|pretend)|hypothes\w+|sake of argument|if|according to (?:(?:my|a|an|the|another|some|your) (?:\w+ )?(?:colleagues?|teachers?|friends?|students?|radiologists?|surgeons?|doctors?|physicians?|users?|authors?|experts?|models?|professors?)|you|them|him|her|(?:the |this |a |an )?(?:\w+ )?(?:report|chart|note|label|caption|prompt|stem|website|internet|file)s?))\b|如果|(?<!至|假)若|假如|假设|假定|倘若|要是|除非|是否|(?:^|[,。;\s])如(?![上下图前此何右左所])|当(?![前然时地]).{1,20}时/i;
// `With a slip it would be B` speaks of another patient, `With these findings` of this one.
const otherwise =
  /^\s*with(?:out)? (?!(?:these|this|those|that|the|such|all|both|her|his|their|its|so)\b)/i;
const forced =
  /\b(?:had to|have to|must|forced|pressed|need(?:ed)? to|required) ?(?:choose|pick|select|answer|guess|decide|to)?\b|必须|一定要|非要|硬要|只能/i;
const drawn = /\b(?:so|therefore|thus|hence)\b|因此|所以|故选|故答案/i;
// Said with the answer: `if forced to choose: D`.
const committed =
  /\b(?:forced|pressed|pushed|must|have to|had to|need to)\b[^.;\n]{0,40}[:,] ?$|(?:必须|非要|硬要|一定要|不得不)[^。;\n]{0,8}[:,] ?$/i;
const instructed =
  /\b(?:look(?:s|ing)? like this|(?:asks?|asked|told|instructed|required|wants?|expect(?:s|ed)|supposed) (?:\w+ )?to (?:write|say|answer|end|respond|reply|output|state|finish|conclude|put|give)|(?:respond|reply|answer|end|finish|conclude|output|write)(?: your \w+| it| only)? (?:in|with|as|like|using) (?:the|this|a|one) (?:form|format|phrase|sentence|line|words?|single|template|style)|in the (?:format|style))|请(?:按|以|用|只?输出)|要求(?:以|用|按|我|输出)|示例|样例|模板|格式/i;
const asAsked =
  /\bas (?:\w+ ){0,2}(?:asked|requested|told|required|instructed)\b|\b(?:in|following|using) the (?:requested|required|specified|given|desired) form(?:at)?\b|按照?(?:题目|[您你]的?)?(?:要求|规定|指定)/i;
const example = /\be\.g\.|\b(?:example|instance|such as)\b|[例比形譬]如|示例|样例/i;
const tentative =
  /\b(?:at first(?: glance| sight)?|initially|originally|(?:initial|first) (?:impression|thought|guess|instinct|inclination|choice|answer))\b|起初|最初|\b(?:used to|once|had|was (?:about|tempted|inclined|going) to) (?:think|thought|believe[d]?|say|said|choose|pick|answer)\b|\b(?:almost|nearly) (?:said|chose|picked|answered|went)\b|初步(?!诊断)|[初乍]看|第一(?:印象|反应|感觉)|先前|此前|曾|一度|看似|貌似|乍一看|原(?:答案|先|本|以为)/i;
const reported =
  /\b(?:(?:question|examiner|prompt|author|teacher)s? (?:\w+ )?(?:expects?|wants?|looks? for|is after)|(?:prompt|question|user|system|instructions?|stem|vignette|text|note|page|caption|website|paper|article|file|header|watermark|label|he|she|they) (?:\w+ )?(?:says?|said|states?|stated|reads?|writes?|claims?|insists?|asserts?|tells?|told|gives?)|some|many|most (?:\w+ )?(?:authors|surgeons|readers|people|doctors|clinicians|textbooks)|(?:reference|official|published|sample) (?:answer|option|choice)|students?|people|others|whoever|(?:anyone|those|one) who|examiners?|candidates|tempt\w*|mistake\w*|might (?:say|think|choose|answer)|may think|(?<!\bI )(?:would|might|may) say|said|(?:says|reads)(?! it\b)|claims?|claimed|asserts|insists|alleges|writes|suggested|instead of|rather than|format|form|e\.g\.?|example|instance|such as|colleagues?|teacher|previous (?:question|case|item)|(?:text)?book (?:says|gives)|(?:response|answer|output) format|template|please (?:answer|respond|reply|choose|select)|(?:another|other|different) (?:models?|doctors?|readers?|persons?|users?|responses?)|you (?:said|answered|chose|wrote|proposed|think|say))\b|[你您](?:说|认为|选)|另一[个位名]|其[他它](?:模型|医生|人)|(?:参考|按照?|根据|依)[^。,;\n]{0,12}的说法|(?:文献|研究)[^,。;\n]{0,4}(?:支持|推荐|倾向|报道)|(?:题目|题干|提示|系统|用户|资料|原文|文中|上面|图注|网上|页面)(?:里|中|上|也|还)?(?:说|写|称|提到|声称|标注|要求|告诉)|[一两二三几数]位[^,。;]{0,6}(?:选|认为|觉得)|(?:同事|主任|上级|医[生师]|朋友|家属|专家|作者|教授|[他她])们?(?:都|也)?(?:认为|觉得|说|主张|倾向|建议|选)|有[的些]|据(?:报道|说|称|传|悉)|网友|有人|考生|学生|同学|很多人|不少人|他们|误|容易|易选|老师|[上前]一题|格式|例如|比如|形如|请按|请以|请选择/i;
const conditionBehind =
  /^[^.;,\n]{0,20} for (?:now|the moment)\b|^[ ,]{0,2}(?:only )?(?:if|unless|provided|assuming|when|in (?:patients|those|cases?|the (?:young|old|elderly|former|latter)))\b|^\]?,? (?:but|though|although|and) [^.\n]{0,20}(?:equally|just as)\b|^\s?[之中]|^,\s?[需须]要?(?:有|具备|满足|存在)|^\]?\s?的?(?:格式|形式|前提)/i;
const sentenceEnd = /(?<!\b[ei]\.[ge])[.!?。;\n¶](?=\s|$|\p{Script=Han})/gu;
const clauseEnd =
  /(?<!e\.g\.|for (?:instance|example)|[例比]如|的说法),|(?<!(?:format|example|template|sample|格式|示例|样例|例如|比如) ?):|\b(?:so|therefore|thus|hence) (?=the\b|my\b|I\b|it\b|option\b)/gi;
const turned =
  /[,;](?: ?and)? ?(?:but|however|yet|here|in this case)\b|[,;]\s?(?:但是?|然而|不过|可是|而(?:本例|该患者|现在|实际|目前)|本例|实际|目前|现在|眼下|就目前)/gi;
const supposedOutcome = /\b(?:would|could|might)\b|'d\b|会|则|[那就]|应|可选|应?选/i;
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
  const sentence = before.slice(lastEnd(before, sentenceEnd));
  const clause = sentence.slice(lastEnd(sentence, clauseEnd));
  const said = clause + text.slice(start, letters);
  if (tentative.test(said)) return true;
  if (!asAsked.test(sentence) || example.test(sentence)) {
    if (reported.test(said)) return true;
    if (instructed.test(sentence) && !drawn.test(sentence + said)) return true;
  }
  const supposed = supposing.exec(
    afterTurn(sentence, text.slice(start, letters)) + text.slice(start, start + 2),
  );
  if (
    supposed !== null &&
    !forced.test(sentence) &&
    !committed.test(text.slice(start, letters)) &&
    !drawn.test(sentence + said)
  )
    return true;
  if (otherwise.test(sentence) && /\bwould be\b/i.test(text.slice(start, letters))) return true;
  const after = text.slice(end, end + 200);
  return conditionBehind.test(after) || question.test(after);
}

/** What stands behind the turn that ends a supposition: `if …, I would take B, but here …`. */
function afterTurn(sentence: string, statement: string): string {
  if (supposedOutcome.test(statement.replace(/应?选|应/g, ''))) return sentence;
  const at = lastEnd(sentence, turned);
  return supposedOutcome.test(sentence.slice(0, at)) ? sentence.slice(at) : sentence;
}
