// A superlative that sets an option last: `the least likely option is`, 最不可能的是.
const lastPlace =
  /\b(?:least|less|worst|lowest (?:probability|likelihood|chance)|unlikely|in(?:appropriate|correct|accurate|consistent)|un(?:suitable|helpful|necessary|safe)|implausible|improbable|contraindicated|harmful|dangerous|(?:can|could|would|may|must|should|to|I|we|be) (?:\w+ )?(?:excluded?|ruled? out|eliminated?|rejected?|discard(?:ed)?|avoid(?:ed)?|dismiss(?:ed)?))\b|[能可应以被](?:排除|除外|否定)|可能性[最较更很]?[小低]|最(?:不|非|无|没|差|错|难|次|少)|(?:不(?:太|大|应|该|宜|可能|合适|恰当|符合|正确|适合|支持|推荐|建议)|错误|有误|禁忌|难以)[^,。;:]{0,8}的?[^,。;:]{0,6}(?:是|为|:|有)/i;
const lastPlaceBefore =
  /\b(?:least|less|un(?:likely|suitable|safe|helpful)|second|runner-up|alternative|fall-?back)(?: [a-z]+)? ?$|(?:鉴别|既往|排除|其次|次|最不\S{1,6}的?)(?:可以|才|再)?$/i;
const apart =
  /\b(?:least|less|lowest|not(?! all)|no|never|worst|wrong|incorrect|irrelevant|unrelated|unlikely|excluded)\b|n't|[不无非]|错误|排除|干扰/i;

/** Whether a cue announces what is least likely or second best, which is no answer. */
export function setsLast(text: string, { 0: said, index, groups }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - 30), index);
  const quality = said.startsWith('最') ? before.slice(-3) + said : said;
  return lastPlace.test(quality.replace(groups?.denied ?? '', '')) || lastPlaceBefore.test(before);
}

/** Whether the clause before a list sets it apart: `the signs that do not count are`. */
export function setsApart(text: string, at: number): boolean {
  return apart.test(/[^\n.。;!?]*$/.exec(text.slice(Math.max(0, at - 80), at))![0]);
}
