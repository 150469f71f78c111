import { isHypothetical } from './is-hypothetical.ts';
import { namedOptions, type OptionTexts, optionAround, optionNamed } from './option-text.ts';

// Longer than this a response argues, even without a stop.
const longestSentence = 600;
const goesOn = /[.。!?;\n](?=.*[\p{L}\p{N}])/su;
const weighing =
  /\boptions? [A-Z]\b|选项 ?[A-Z]|[A-Z] ?选?项|首先|鉴别|区[别分]|混淆|\b(?:first(?:ly)?|consider\w*|distinguish\w*|differ\w*|versus|vs|mimic\w*)\b/i;
const denying =
  /\b(?:not?|excluded?|ruled|possible|unlikely|or|if|whether|unclear|uncertain|doubt\w*|improbable|normal|intact|preserved|spared|unremarkable|history|previous(?:ly)?|prior|after|ago|was treated|had been|formerly|in childhood|in (?:19|20)\d\d)\b|既往|病史|术后|不|排除|否认|未必|难说|或|无|正常|未见/i;

const general =
  /\b(?:least|less|worst|common(?:ly|er|est)?|usually|typically|generally|often|frequent(?:ly)?|sometimes|rare(?:ly)?|incidence|prevalence|epidemiolog\w+|endemic|epidemic|yields?|trials?|studies|literature|known|defined|refers|described|elderly|effective|surviv\w+|prognosis|mortality|reveals?|assessed|evaluated|reviewed|examined|compared|listed|discussed|available|can (?:be|cause|occur|lead|mimic)|may (?:be|cause|occur|lead|mimic)|is an? (?:\w+ ){0,3}(?:type|form|kind|condition|disease|disorder|procedure|technique|tumou?r|operation|treatment))\b|[多常罕少]见|好发|多发于|高发|[是为]一种|指的?是|属于|通常|一般|研究|文献|老年人|青少年中|可(?:以)?(?:引起|导致)|预后|又称|也称|发病率|患病率|依次|评估|逐[一个]|有效|[,;]\s?[^,;。是为]{1,12}则/i;

/** The options that a response of one sentence names by their words: `The patient has …`. */
export function readSentence(text: string, texts: OptionTexts): string[] {
  if (text.length > longestSentence || goesOn.test(text) || weighing.test(text)) return [];
  if (isHypothetical(text, 0, 0)) return [];
  const head = cutContrast(text, texts);
  const named = namedOptions(head, texts);
  // All of them are what was looked at; a sentence on the kind says nothing of the case.
  if (named.length > 2 && named.length === texts.letters.length) return [];
  if (named.length > 0 && (general.test(text) || isSubject(text, texts))) return [];
  const about = named.length === 1 && (named[0] === texts.noneOf || named[0] === texts.allOf);
  return about || !denying.test(head) ? named : [];
}

const saidOfCase =
  /^\s*(?:$|[,;:.。()–—、/&+-])|^ accounts for (?:the|this|these|all|both|his|her)\b|^ (?:only|alone|not|rather|instead|at|with|due|because|since|given|in|on|of|from|for|by|as|without|affecting|causing|involving|secondary|and|plus|fits|explains|matches)\b|^ (?:is|are|was|were|seems|appears|remains|best|clearly)(?: (?:\w+ly|now|still|to be|the|my|most|best))* (?:seen|present|shown|visible|likely|affected|involved|indicated|recommended|suspected|evident|demonstrated|diagnosed|required|needed|preferred|confirmed|identified|noted|found|appropriate|suitable|correct|right|warranted|suggested|favou?red|supported|compressed|herniated|narrowed|narrow|fractured|diseased|injured|abnormal|here|diagnosis|answer|choice|level|option|treatment|cause|one|culprit|fits|explains|matches)\b|^\s?(?:[伴并合且是为最更的和与及]|诊断|可能|首选|优先|明显|考虑|存在)/i;

/** `X has a yield of half`, X常继发于: a sentence on X, which says nothing of the case. */
function isSubject(text: string, { subjects }: OptionTexts): boolean {
  const said = text.toLowerCase().replace(/^(?:an?|the) /, '');
  const begins = subjects.filter(gloss => gloss.length > 2 && said.startsWith(gloss));
  if (begins.length === 0) return false;
  return !begins.some(gloss => saidOfCase.test(said.slice(gloss.length)));
}

const contrast =
  /,? (?:(?<=, )not|(?:and|but) not|rather than|instead of) (?:(?:an?|the) )?|[,，]?\s?(?:而不是|而非|不是|并非)/i;
const aLevel = /^[CTLS腰胸颈骶]\s?\d{1,2}\s?[-/]\s?[CTLS骶]?\d{1,2}[.。]?$/i;

const turnedFirst =
  /^(?:(?:it|this|that|the level|the diagnosis)(?: is|'s) )?not [^.,]{1,80},? but (?:rather )?|^不是[^,。]{1,40},?而是/i;

/** `L5/S1, not L4/L5` and `not L4/L5 but L5/S1` without what it sets aside, where that too is an option or a level. */
function cutContrast(text: string, texts: OptionTexts): string {
  const first = turnedFirst.exec(text)?.[0];
  if (first !== undefined) return text.slice(first.length);
  const found = contrast.exec(text);
  if (found === null || found.index === 0) return text;
  const tail = text.slice(found.index + found[0].length);
  if (
    !aLevel.test(tail) &&
    optionNamed(tail, texts) === null &&
    optionAround(tail, texts).length === 0
  )
    return text;
  return text.slice(0, found.index);
}
