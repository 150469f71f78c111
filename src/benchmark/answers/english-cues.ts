import { type Cue, cuePattern, raw } from './cue.ts';

const start = raw`(?<![A-Za-z])`;
const be = raw`(?:is|are|was|isn't|aren't|'s|remains|becomes|(?:must|should|would|will|can only|has to|have to|might|could|may)(?: then| therefore)? be)`;
const link = raw`(?: ?\(s\))?(?: ?(?::|=|->|→|⇒|—|–|-(?!\w)) ?|(?: |(?='))${be}(?![A-Za-z]) ?:? ?)`;
const manner = raw`(?:(?:therefore|thus|then|hence|clearly|definitely|certainly|indeed|actually|still|now|only|simply|obviously|undoubtedly|most likely|likely|probably|best|given by|indicated by|choice|letter|option|answer|the|indeed|in fact|:|,|\n{1,2}-?)(?![A-Za-z]) ?){0,5}`;
const denied = raw`(?<denied>(?:definitely |certainly |clearly )?(?:not|never|neither)(?: be)? (?:option |choice |answer )?)?`;
const about = raw`(?: (?:to|for|of|in|from|here|among|based|that|which|i(?:'d)?|you|we)(?![A-Za-z])[^.:;!?\n=]{0,60}?)?`;
const quality = raw`(?<quality>(?:(?:final|correct|incorrect|wrong|right|best|only|true|false|my|your|his|their|other|remaining|another|rejected|eliminated|excluded|selected|chosen|preferred|likely|appropriate|initial|first|previous|original|single|overall|accurate|suitable) ){0,4})`;

export const englishCues: Cue[] = [
  {
    pattern: cuePattern(
      start,
      quality,
      raw`(?:answers?(?! (?:choices|options))(?: (?:key|letter))?|ans|final (?:options?|choices?|selections?))`,
      about,
      raw`(?: \((?:final|revised|new|updated)\))?`,
      raw`(?:${link}|(?<=(?<![^\n])(?:(?:the |my )?(?:final |correct |best )?answer))(?=\n{1,2}[(\[]?[A-Z](?:[)\].:,\n ]|$))|(?= ?[(\[])|(?= (?:[A-Z]|options? [A-Z])(?:$|[ .\n)])))`,
      raw`\n{0,2}(?:- |\d{1,2}[.)] )?`,
      manner,
      denied,
    ),
    strength: 'strong',
    takes: 'either',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?<quality>(?:(?:final|correct|incorrect|wrong|right|best|only|my|your|other|remaining|selected|chosen|preferred|likely|appropriate|suitable|accurate|top|leading|winning|strongest|ultimate|definitive) ){1,4})`,
      raw`(?:options?|choices?|picks?|selections?|responses?|statements?|letters?|decision|vote|guess|candidate|contender|one)`,
      about,
      link,
      raw`\n{0,2}(?:\d{1,2}[.)] ?)?`,
      manner,
      denied,
    ),
    strength: 'strong',
    takes: 'either',
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n])(?:choice|pick|selection|response|conclusion|decision|verdict|result|prediction|final|option|what remains)`,
      link,
      manner,
      denied,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?<quality>(?:least |less )?)(?:most|best|correct|right|appropriate|preferred|optimal|ideal|of choice|next|affected|involved|responsible)(?![A-Za-z])[^.:;!?\n]{0,60}?`,
      raw`(?: ${be}|:)(?![A-Za-z]) ?`,
      manner,
      denied,
    ),
    strength: 'strong',
    takes: 'letters',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?<quality>(?:least |less )?)(?:most|best|correct|appropriate|preferred|optimal|next|affected|involved|responsible|diagnosis|impression|level|treatment|management|procedure)(?![A-Za-z])[^.:;!?\n]{0,60}?`,
      raw`(?: ${be}|:)(?![A-Za-z]) ?`,
      denied,
    ),
    strength: 'weak',
    takes: 'text',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:I|we|you)(?:'d|'ll|'m|'ve)? ?(?<quality>(?:(?:would|will|should|must|can|do|am|have|had|therefore|thus|then|now|still|finally|rather|initially|first|originally|previously|also|not|n't|never|wouldn't|don't|didn't|won't|can't|cannot|confidently|inclined|have to|to) ){0,5})`,
      raw`(?:choose|chose|chosen|(?:side|sided|stay|stayed|stick|stuck) with|select|selected|pick|picked|answer|go(?:ing)? (?:with|for)|opt(?:ing)? for|vote(?: for)?|settle on|lean towards?|say|recommend|suggest|propose|favou?r|prefer|advise|conclude(?: that)?|endorse|back|submit|decid(?:e|ed) on|choosing|selecting|picking)`,
      raw`(?: with)?(?: the)?(?: (?:answer|option|choice|letter)s?)?(?::| is)? ?(?<denied>(?:neither|not) )?`,
    ),
    strength: 'strong',
    takes: 'either',
  },
  {
    pattern: cuePattern(
      raw`(?:(?<![^\n.,;:!])(?: |\n)?(?:(?:so|thus|therefore|hence|then|please|and)[, ]{1,2})?(?:let(?:'s| us| me) )?|(?<=[a-zA-Z] and ))`,
      raw`(?:choose|select|pick|mark|tick|circle|choosing|selecting|picking|(?:go|going) with|selected|chosen) (?:the )?(?:(?:option|answer|choice)s? )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:should undergo|would undergo|proceed with|mak(?:es?|ing) it|made it|leaves|leaving|left with|remains|remaining:|arriv(?:e|es|ed|ing) at|down to|settled? on|land(?:ed)? on|end(?:ed)? up with|went with|opted for)(?: us with| me with| only| just)? (?:the )?(?:(?:option|answer|choice)s? )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?:(?<![A-Za-z])(?:consistent with|compatible with|points? to|pointing to|corresponds? to|matches|matching|fits?|favou?rs?|supports?|indicates?|suggests?|described by|explained by|hence|thus)|:|—|–) (?:the )?(?:(?:option|answer|choice)s? (?=[A-Z(\[])|(?=[(\[][A-Z][)\]]))`,
    ),
    strength: 'weak',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:it|that|this|which)(?: ${be}|'s)(?: (?:definitely|clearly|probably|most likely|likely|therefore|thus|then|actually))? ?`,
      denied,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n.;!?,])[ \n]?(?:(?:and )?(?:ergo|so|thus|therefore|hence|overall|consequently|accordingly|in conclusion|in summary|finally|ultimately|I'd say|I would say|I think|I believe|I guess|definitely|clearly|certainly|surely|nevertheless|nonetheless|even so|that said|still|i\.e\.|that is|that is to say|in other words|in short|all things considered|everything considered|taken together|altogether|to sum up|in sum|in brief|bottom line|to conclude|all in all|on balance|in the end|by (?:elimination|exclusion)|I agree|agreed|obviously|undoubtedly|probably|most likely|likely|yes|(?:question|q) ?\d{1,3})|∴|⇒|→)(?![A-Za-z])[,:]? ?(?:the )?(?:(?:option|answer|choice)s? )?(?:I'd say |I say |it's |it is )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n.;!?])[ \n]?(?:so|thus|therefore|hence|overall|consequently|in conclusion|in summary)(?![A-Za-z]),? `,
    ),
    strength: 'weak',
    takes: 'text',
  },
  {
    pattern: cuePattern(
      raw`(?<!\b(?:options?|choices?|between|wrong|incorrect))(?<=[A-Za-z])(?:: only|:| (?:(?:are )?(?:located|seen|found|present) (?:at|in)|are|include|includes|including|comprise):?) (?:the )?(?:options )?`,
    ),
    strength: 'weak',
    takes: 'list',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:(?:wait|actually|correction|instead|hmm|hold on|scratch that|sorry|oops|on second thoughts?|on reflection|make that|revised|updated|corrected|amended|strike that|edit|or rather|after all|changed to|change to|change my answer to|no[,.:])[,.:;!—–… -]{1,3}){1,4}(?:I mean |it's |it is |make that |it should (?:be|read) |that should (?:be|read) )?(?:(?:option|answer|choice) )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n.;!?,—–-])[ \n]?(?:(?:sorry|oops|no|actually|wait|rather|or)[,.:;!…—– ]{1,3}){0,3}(?:what )?I (?:mean|meant|intended)(?: to (?:say|write|put|choose|pick|answer|select|type|give))?(?: (?:was|is))?:? (?:(?:option|answer|choice) )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:classic(?:al)?|typical|characteristic|pathognomonic|suggestive|indicative|diagnostic) (?:for|of) (?:(?:option|answer|choice) )?`,
    ),
    strength: 'weak',
    takes: 'closed',
    deniedBy: /(?:\b(?:not|no|never|less|hardly|neither|nor)|n't)\b[^.;,:\n]{0,30}$/i,
  },
  {
    // `My vote goes to B.`
    pattern: cuePattern(
      start,
      raw`(?:my|our|the) (?<quality>(?:final |first |initial )?)(?:vote|pick|choice|answer|preference) (?:goes (?:to|with|for)|falls on|lies with|rests with) (?:the )?(?:(?:option|answer|choice) )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    // `Most consistent with D (…).`
    pattern: cuePattern(
      raw`(?<![^\n.;!?])[ \n]?(?:most|best|highly|classically) (?:consistent|compatible|in keeping|explained|described|fits?|matches)(?: with| by)? (?:option )?`,
    ),
    strength: 'weak',
    takes: 'closed',
  },
  {
    // `It is the S1 root (option C).`
    pattern: cuePattern(
      raw`(?<![^.;:!?\n])(?<quality>[^.;:!?\n()]{3,160}?)(?:\(|, )(?:option|choice|answer) ?(?=[A-Z]\)?[.!]? ?(?:$|\n))`,
    ),
    strength: 'weak',
    takes: 'closed',
  },
  {
    // `As the conus ends at L4, B.`
    pattern: cuePattern(
      raw`(?<![^\n.;!?])[ \n]?(?:as|since|because|given|with)(?! (?:for|to|if)\b) [^.;:!?\n]{8,160}?(?<![A-Z]), (?=(?:(?:option|answer|choice) )?[A-Z][.!]? ?(?:$|\n))`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    // `…, so fusion is indicated (option C)`
    pattern: cuePattern(
      start,
      raw`(?:so|therefore|thus|hence|consequently|accordingly)(?![A-Za-z])(?<quality>[^.;:!?\n()]{3,100}?) \((?:option|choice|answer) ?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:(?:chang|revis|correct|switch|amend|updat)(?:e|es|ed|ing)?(?: (?:it|that|this|my|the|answer|choice|selection|from|option|[A-Z]))`,
      raw`{0,5} to|in favou?r of|(?:should|must|ought to|to) read) (?:the )?(?:(?:option|answer|choice) )?`,
    ),
    strength: 'strong',
    takes: 'closed',
    deniedBy: /(?:\b(?:not|no (?:reason|need) to|never)|n't)\b[^.;,:\n]{0,20}$/i,
  },
  {
    pattern: cuePattern(
      start,
      raw`the (?:one|option|choice|letter) (?:that|which) (?<quality>[^.;:,\n]{1,40}?) is (?:the )?(?:(?:option|answer|choice) )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:neither|not)(?: option)? [A-Z](?:[, ]{1,2}(?:(?:not|nor|or|and) )?[A-Z]){0,3} ?[;:—] ?(?:but )?(?:option )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:if (?:I(?:'m)? ?)?)?(?:(?:am|was|were|being|absolutely) ){0,2}(?:forced|pressed|pushed|must|have to|had to|need to)(?: to| for)?`,
      raw`(?: (?:choose|pick|select|commit|decide|guess|answer|say|name|give|make))?[^.;:,\n]{0,24}[:,] ?(?:it would be |it is |it's )?(?:option )?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      start,
      raw`(?:supports?|supported|favou?rs?|(?:decides?|speaks?|argues?|votes?|weighs?) (?:clearly |strongly )?(?:for|in favou?r of)|points? to|leads? (?:me|us) to|brings? (?:me|us) to|leading (?:me |us )?to) (?:the )?(?:(?:option|answer|choice) )?`,
    ),
    strength: 'weak',
    takes: 'closed',
    deniedBy:
      /(?:\b(?:not|no|never|nothing|neither|nor|none|hardly|little|fails? to|less|rather than|arrow\w*|marker|pointer|line|panel|figure|image)|n't)\b[^.;,:\n]{0,30}$/i,
  },
];
