import { lastEnd } from './cue.ts';

const reach = 120;
// What is said before these words is said of something else.
const ends =
  /[.!?。;\n¶](?=\s|$|\p{Script=Han})|,|(?<!say|telling|certain|sure):|(?<!\banything )\b(?:but|yet|however|so|therefore|thus|hence|though|because|since|then|and)\b|但|不过|所以|因此|故/giu;
const sentenceEnds = /[.!?。;\n¶](?=\s|$|\p{Script=Han})/gu;
const that = '(?: about| of| as to)?(?: (?:that|whether|if|how))';
const doubting = [
  /(?<!\b(?:no|little|without|without a|without any|beyond|beyond any|any|reasonable|n't|not|never) )\bdoubt(?:s|ed|ing)?\b(?! (?:it|this|is|as))/i,
  new RegExp(
    String.raw`\b(?:unlikely|improbable|implausible|inconceivable|impossible|doubtful|questionable|debatable|uncertain|unclear|unsure)${that}\b`,
    'i',
  ),
  new RegExp(
    String.raw`(?:\b(?:not|no longer|hardly|never)|n't) (?:\w+ ){0,2}(?:sure|certain|clear|convinced|persuaded|likely|obvious|confident|believe|think|feel|agree|say|claim|conclude|suppose|know|assume|expect|see why)(?:${that})?\b`,
    'i',
  ),
  /\b(?:false|untrue|incorrect|wrong|not true|not the case|a myth|a mistake|an error) that\b/i,
  /\b(?:anything but|far from|by no means|not at all) (?:\w+ )?(?:clear|certain|sure|obvious|proven|established|convinc\w+|settled|evident)\b/i,
  /\b(?:hard|difficult|impossible|tempting|premature|wrong|too early|a mistake) to (?:say|believe|see|tell|know|decide|argue|conclude|claim|assume|accept|justify)\b/i,
  /\b(?:little|no|insufficient|inadequate|scant|limited|weak|lack(?:s|ing)?(?: of)?|low|small|slim|less|hardly any) (?:chance|probability|likelihood|evidence|reason|way|support|case|confidence|indication|sure|certain|confident)\b/i,
  /\b(?:probability|likelihood|chances?|odds|claim|view|notion|idea|suggestion|argument|belief|theory|possibility) (?:that|of)\b/i,
  // `One cannot conclude that`, `a CT before I could say that`
  /(?:\b(?:not|cannot|never|hesitate|reluctant|before|until)\b|n't)[^,;]{0,50}\b(?:that|say|mean|conclude)\b/i,
  /不(?:能|足以|可)?(?:意味着?|说明|代表|等于|证明|表明|断定)|才能?(?:说|确定|判断|认为|断定)|未必|不一定|难说|难以(?:说|认定|断定|确认)|不太?(?:可能|认为|觉得|相信|认同|同意|赞成|敢说)|(?<!毫无|毋庸)怀疑(?=.{0,6}(?:$|答案|应?选|正确))|没(?:有)?把握|不(?:好|敢)说/,
  /(?:没有?|无|缺乏|缺少|毫无)(?:任何|足够|充分|明确|确凿|可靠|什么)?的?(?:证据|理由|依据|根据|必要|道理|迹象|线索|数据|信息)/,
  /\b(?:nothing|nobody|no one|none of (?:this|that|these|those|the \w+)|no \w+)(?: \w+){0,4} (?:supports?|suggests?|indicates?|proves?|shows?|confirms?|favou?rs?|justif(?:y|ies)|points? to|argues? for|implies)\b/i,
  /\b(?:fails? to|does not|do not|did not|doesn't|don't|cannot|can't) (?:\w+ )?(?:support|suggest|indicate|prove|show|confirm|favou?r|justify|point to|argue for|imply)\b/i,
];
const carried = /^ ?(?:that|whether)(?: the| option| choice)? ?$/i;

/** Whether what stands before `start` doubts or denies what begins there: `I doubt that …`. */
export function isDoubted(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  const clause = before.slice(lastEnd(before, ends));
  if (doubting.some(pattern => pattern.test(clause))) return true;
  // `It is unlikely, given the images, that …`
  if (!carried.test(clause)) return false;
  const sentence = before.slice(lastEnd(before, sentenceEnds));
  return doubting.some(pattern => pattern.test(sentence.slice(0, -clause.length)));
}
