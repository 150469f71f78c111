export type Verdict = { holds: boolean; end: number; strong: boolean };

// Past this a word is no longer said of the letter.
const reach = 60;

const english =
  /^(?:, | ?)(?:options? |choices? |answers? |statements? )?(?:(?:both|all|each) )?(?:is|are|was|were|isn't|aren't|seems?(?: to be)?|appears?(?: to be)?|looks?|remains|must be|should be|would be|can be|cannot be|can't be|could be|has to be|:|-|–|—)(?![A-Za-z]) ?/i;
const good =
  /^(?:(?:therefore|thus|then|clearly|indeed|definitely|certainly|also|both|all|still|hence|my|the|a|an|final|single|only|by far|overall|in fact|really|most|more|very) ){0,6}(?:not only [a-z]{1,20} but (?:also )?(?:correct|right)|correct|answers?|true(?! (?:in|if|when|but))|accurate|what I(?:'d| would| will)? (?:choose|pick|select|answer|go (?:with|for)|take|favou?r|say|suggest|recommend|vote for)|(?:certain|present)(?= ?(?:$|[.,;!)\n]))|the (?:one|choice|option)|choice|right(?= (?:answer|choice|option|one|in this)|[ ]?(?:$|[.,;:)\n]|because|since|as))|best(?= (?:answer|choice|option|one|fit|match|explanation|explains|fits|supported|next|course|treatment|diagnosis)|[ ]?(?:$|[.,;:)\n]|because|since|as))|(?<=(?:most|more) )(?:likely|appropriate|suitable|plausible|probable|consistent|accurate|fitting)|(?:the )?best (?:answer|choice|option)|(?:better|best|more strongly|strongly|well) (?:supported|justified|favou?red)(?! by (?:some|many))|preferred (?:answer|choice|option)|(?:preferred|preferable|favou?red)(?! (?:by|for|in|when|if|to|as)\b)|superior)(?![A-Za-z])/i;
const bad =
  /^(?:(?:therefore|thus|then|clearly|indeed|definitely|certainly|also|both|all|still|hence|the|a|an|the most|quite|very|less|least|simply|both|marked|deemed|judged|graded|considered) ){0,4}(?:not(?! only)|n't|incorrect|wrong|false|unlikely|less|least|inappropriate|excluded|ruled out|eliminated|implausible|unsuitable|out|inconsistent|benign|absent|distractors?|untrue|contraindicated|invalid|rejected)(?![A-Za-z])/i;
const fits =
  /^ ?(?:(?:by far |clearly |easily )?the most (?:likely|probable|plausible) (?:diagnosis|answer|choice|option|cause|explanation)|(?:both |all )?(?:apply|applies|qualify|qualifies)(?= ?(?:$|[.,;!)\n¶]|here\b|in this\b|to this\b))|(?:as )?the (?:(?:best|correct|right|only|most [a-z]+)(?= )|answer(?= ?(?:$|[.,;)\n¶]|here|because|in this)))|alone (?:fits|explains|accounts for|matches|is (?:correct|right|left))|best (?:fits|describes|explains|matches|answers|represents|reflects)|fits (?:best|better(?! than)|the)|(?:captures|explains|accounts for|covers) (?:the )?(?:whole|entire|full|complete|everything|all)|(?:clearly |still )?(?:wins|stands|prevails|gets my vote|has my vote|comes out (?:ahead|on top))(?= ?(?:$|[.,;!)\n¶]))|makes the most sense|(?:clearly |easily )?(?:beats|outweighs|trumps|outranks) |explains .{0,30} best)/i;
const oneWord =
  /^ ?[:.),(-]{0,2} ?(yes|no|correct|incorrect|true|false|right|wrong) ?(?=$|[.,;)\n¶]|[([]?[A-Z][).:])/;
const itIs =
  /^,? (?:it (?:is|must be|has to be)|I(?:'d)? (?:think|believe|say|guess|suppose)|(?:(?:is )?my |the )?final answer|is (?:my )?final)(?= ?(?:$|[.,;!)\n¶]))/i;
const misses =
  /^ ?(?:does not|doesn't|do not|don't|did not|cannot|can't|fails? to|can be (?:excluded|eliminated|ruled out|discarded))(?![A-Za-z])/i;
const chinese =
  /^\s?(?:选?项|[二三四五两]项|[二三四两]者|这[一两三四]项|答案|的?(?:描述|说法|表述|内容)|[(（]?)?(?:[应则均都也才就是为最更完全显然明显比较:])*/;
const goodChinese =
  /^(?:正确|无误|符合|合适|恰当|适合|最?佳|准确|成立|吻合|可取|胜出|优(?!于)|答案|对(?![应比于称])|✅|✓|✔|√)/;
const badChinese =
  /^(?:では(?:な|あり)|(?:常见|典型|明显)的?错误|不|错|有误|误|排除|除外|可排除|可除外|无法|未|没有|被排除|❌|✗|✘|×|x(?=[)]))/;
const but = /^[^.。!?！\n]{0,20}(?:但|不过|然而|\bbut\b|\bhowever\b)/i;

const better =
  /^(?:选?项)?\s?(?:比|较)(?:选项)?\s?[A-Z](?:选?项)?\s?更(?:为|加)?(?:正确|符合|合适|恰当|适合|准确|合理|好|可能)(?![^。,]{0,6}但)/;
const ranked =
  /^(?: (?:answer|choice|option|one))?,? (?:after|next to|behind|(?:only )?(?:if|unless|when))\b/i;
const supposed = /^[^.;!?\n]*\b(?:if|unless|were|in (?:an?|the|those|patients|\w+er))\b/i;

/** What is said of a letter right behind it: that it holds, that it does not, or nothing. */
export function readVerdict(text: string, at: number): Verdict | null {
  const after = text.slice(at, at + reach);
  if (itIs.test(after)) return { holds: true, end: at, strong: true };
  if (misses.test(after)) return { holds: false, end: at, strong: false };
  if (fits.test(after)) return { holds: true, end: at, strong: false };
  const word = oneWord.exec(after)?.[1];
  if (word !== undefined) {
    return { holds: /^(?:yes|correct|true|right)$/i.test(word), end: at, strong: false };
  }
  const verb = english.exec(after)?.[0];
  if (verb !== undefined) {
    const said = after.slice(verb.length);
    // `Would be right in a younger patient`, `would be my answer if …`
    if (/would|could/.test(verb) && supposed.test(said)) return null;
    if (/n't|cannot/.test(verb) || bad.test(said)) return { holds: false, end: at, strong: false };
    const found = good.exec(said);
    if (found !== null) {
      const rest = said.slice(found[0].length);
      const strong = /answers?$|choice$|option$/i.test(found[0]);
      return but.test(rest) || / than\b/.test(rest.slice(0, 12)) || ranked.test(rest)
        ? null
        : { holds: true, end: at, strong };
    }
  }
  if (better.test(after)) return { holds: true, end: at, strong: false };
  const led = chinese.exec(after)![0];
  const said = after.slice(led.length);
  if (badChinese.test(said)) return { holds: false, end: at, strong: false };
  const found = goodChinese.exec(said);
  if (found === null || but.test(said.slice(found[0].length))) return null;
  return { holds: true, end: at, strong: /答案$/.test(found[0]) };
}

const outright =
  /^[^.。\n]{0,24}(?:incorrect|wrong|false|not (?:the |a )?(?:correct|right|best|answer)|不对|不正确|错)|^ ?(?:is|are|was) (?:excluded|ruled out|contraindicated|eliminated|unlikely)\b/i;

/** Whether what is denied is that it is the answer: `B is not invasive` denies something else. */
export function deniesOutright(text: string, at: number): boolean {
  return outright.test(text.slice(at, at + reach));
}
