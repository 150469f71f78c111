/** How much a line looks like the beginning of a caption, from its grammar alone:
 *  `marked` a sign, a bold label or nothing follows the label; `plain` a title follows; `verb` a
 *  sentence about the figure follows, which a caption may be where there is no better one. */
export type CaptionForm = 'marked' | 'bare' | 'plain' | 'verb';

/** What parts a label from its title. */
export const captionSign =
  /\s*(?:[.:|]+(?!\d)|。|[-–—−]\s+(?=[\p{L}])|[-–—_](?=\p{Lu}\p{Ll}|\p{Script=Han})|\t)/uy;
const continued = /^\s*[-–—(]?\s*(?:continued|cont(?:inued|'d|\.)?|续)\s*[)）]?/i;

/** Words that make a sentence of a label: "Figure 2 shows …". */
const verb =
  /^(?:\s*\([^()]{1,40}\))?\s+(?:[a-z]+ly\s+|also\s+|further\s+|then\s+|below\s+|above\s+)?(?:shows?|showed|shown|illustrates?|illustrated|demonstrates?|demonstrated|depicts?|depicted|presents?|presented|displays?|displayed|describes?|described|summari[sz]es?|summari[sz]ed|provides?|provided|gives?|is|are|was|were|has|have|had|can|could|may|will|indicates?|indicated|reveals?|revealed|outlines?|outlined|compares?|represents?|contains?|highlights?|highlighted|plots?|plotted|reports?|reported|lists?|includes?|suggests?|exhibits?|explains?|confirms?|visuali[sz]es|details|visualizes|serves|exemplifies|portrays|reflects|makes|lets|allows|tells|offers|captures|charts?|maps?|sketche?s|documents|sums|refers|relates|corresponds|contrasts?|supports?|overlays?|introduces|proves?|helps?|traces|tracks|combines|also|further|clearly|below|above)\b/;
/** Words behind a label that can only stand within a sentence. */
const withinSentence =
  /^\s*(?:[)\];,，；、）】]|(?:and|or|to|through|of|from|that|which|where|in|by|as|but|while|respectively|demonstrating that|&)\s|和|及|与|或|至|到|以及)/;
const hanVerb =
  /^\s*(?:所示|显示|示(?!意)|可见|可知|可以|表明|说明|给出|描述|展示|反映|列出|中(?![央枢心段线期部老国医下上立间位])|是|为|则|也|即|就|来看|看出|的(?!确))/;

export type LabelSetting = {
  isEmphasised: boolean;
  isMany: boolean;
  language: 'en' | 'zh';
  signed: boolean;
};

/** What the words behind a label make of it; null where they can only be a sentence going on. */
export function captionForm(rest: string, setting: LabelSetting): CaptionForm | null {
  if (/^\s*[.:。]?\s*$/.test(rest)) return 'bare';
  if (continued.test(rest)) return 'marked';
  // "Figure 1) Title" is how some journals print it.
  if (/^\)\s+[\p{Lu}\p{Script=Han}]/u.test(rest)) return setting.isEmphasised ? 'marked' : 'plain';
  if (withinSentence.test(rest)) return null;
  if (setting.signed) return 'marked';
  if (setting.isMany && !setting.isEmphasised)
    return setting.language === 'zh' && /^\s/.test(rest) && !hanVerb.test(rest) ? 'plain' : null;
  if (verb.test(rest)) return 'verb';
  if (setting.language === 'zh' && hanVerb.test(rest)) return 'verb';
  if (setting.isEmphasised) return 'marked';
  if (/^\s+/.test(rest)) return 'plain';
  if (/^[\p{Script=Han}\p{Lu}“"(《]/u.test(rest)) return 'plain';
  return null;
}
