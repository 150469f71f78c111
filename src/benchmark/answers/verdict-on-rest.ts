const are =
  /^(?:[ ,]{1,2}(?:is|are|was|were|should|can|could|must|would|to|be|all|also|indeed|clearly|therefore))*[ ,]+/i;
const right =
  /^(?:correct|right|true|accurate|appropriate|acceptable|valid|reasonable|app(?:ly|lies)|fits?|holds?|chosen|selected|included|match(?:es)?|explains?|accounts? for)\b/i;
const wrong =
  /^(?:wrong|incorrect|false|inaccurate|inappropriate|unlikely|implausible|unsuitable|inconsistent|invalid|contraindicated|excluded|eliminated|ruled out|discarded|rejected|distractors?|not (?:correct|right|true|appropriate|consistent|likely|supported))\b/i;
const rightHan = /^(?:正确|对(?![应比于称])|符合|成立|合适|恰当|要?选(?!项)|入选|答案|对的)/;
const wrongHan = /^(?:不|错|有误|误|排除|除外|否定|非|未|无|干扰)/;
// What the question asks for, said at the very end: `are red flags.`
const kind = /^(?:[a-z-]+ ){0,3}[a-z-]+s\.?$|^an? (?:[a-z-]+ ){0,3}[a-z-]+\.?$/i;
const kindHan = /^[\p{Script=Han}]{2,12}。?$/u;
const turned =
  /\b(?:no|not|non\S*|un\S+|benign|harmless|normal|wrong|false|(?:distractor|exception|error|mimic|possibilit|option|differential|contraindication)\w*)\b|[不非无未错误良假]|正常|可能|干扰|选项|禁忌/i;
const ended = /^\s?(?:$|[.。;!\n¶])/;

/** Whether the options left by an exception hold, by the words behind it; null where unclear. */
export function verdictOnRest(text: string, isAnnounced: boolean): boolean | null {
  if (isAnnounced && ended.test(text)) return true;
  const verb = are.exec(text)?.[0] ?? '';
  const said = text.slice(verb.length);
  if (wrong.test(said)) return false;
  if (right.test(said)) return true;
  return /\b(?:is|are)\b/.test(verb) && kind.test(said) && !turned.test(said) ? true : null;
}

/** The same in Chinese; `all` is what stands before, such as 其余都是. */
export function verdictOnRestHan(text: string, all: string, isAnnounced: boolean): boolean | null {
  if (wrongHan.test(text)) return false;
  if (rightHan.test(text) || (isAnnounced && ended.test(text))) return true;
  return /[是为]$/.test(all) && kindHan.test(text) && !turned.test(text) ? true : null;
}
